// The records of 券面等AP: what differs from today's is read, and nothing else passes.
#include "tests/unit/jpki/support/keys.hpp"
#include "tests/unit/jpki/support/provisional_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

Bytes without_object(std::size_t place) {
    std::vector<Bytes> objects = provisional_surface_objects();
    objects.erase(objects.begin() + static_cast<std::ptrdiff_t>(place));
    return record_with_offsets(0xFF20, 0xDF21, objects);
}

template <typename Parsed>
bool is_refused_as(const Result<Parsed>& parsed, ErrorCode code) {
    return !parsed && parsed.error().code() == code;
}

} // namespace

TEST_CASE("a next-generation card face is read, with a P-384 key and without a security code") {
    const auto record = parse_provisional_surface_record(provisional_surface_file());
    REQUIRE(record.has_value());
    CHECK(to_iso(record->birth_date) == "1980-02-17");
    CHECK(record->sex == Sex::Female);
    CHECK(record->card_key == public_key_named("p384 card"));
    CHECK(record->photo.is_present());
    CHECK(to_iso(record->card_expiry.shown_but_not_proved()) == "2035-02-17");
    CHECK_FALSE(record->security_code_image.has_value());
}

TEST_CASE("it may lack its photo object, and no other") {
    constexpr std::size_t photo = 5;
    constexpr std::size_t objects = 8;
    for (std::size_t place = 0; place < objects; ++place) {
        CAPTURE(place);
        CHECK(parse_provisional_surface_record(without_object(place)).has_value() ==
              (place == photo));
    }
}

TEST_CASE("a card face of one generation is none of the other") {
    CHECK_FALSE(parse_surface_record(provisional_surface_file()).has_value());
    CHECK_FALSE(parse_provisional_surface_record(surface_file()).has_value());
    std::vector<Bytes> with_security_code = provisional_surface_objects();
    with_security_code.push_back(tlv(0xDF2A, Bytes(20, 0x33)));
    CHECK(is_refused_as(
        parse_provisional_surface_record(record_with_offsets(0xFF20, 0xDF21, with_security_code)),
        ErrorCode::TagUnexpected));
}

TEST_CASE("keys of these records are on P-384 and on no other curve") {
    const auto key = GENERATE(values<std::string>({"p256 card", "p521 card", "card"}));
    CAPTURE(key);
    CHECK(
        is_refused_as(parse_provisional_surface_record(provisional_surface_file({}, {.card = key})),
                      ErrorCode::KeyInvalid));
    CHECK(is_refused_as(
        parse_provisional_cv_certificate(provisional_cv_certificate_file({.signer = key})),
        ErrorCode::KeyInvalid));
}

TEST_CASE("a CV certificate of one generation is none of the other") {
    const auto certificate = parse_provisional_cv_certificate(provisional_cv_certificate_file());
    REQUIRE(certificate.has_value());
    CHECK(certificate->issuer == issuer_id);
    CHECK(certificate->subject == signer_id);
    CHECK(certificate->key == public_key_named("p384 signer"));
    CHECK_FALSE(parse_cv_certificate(provisional_cv_certificate_file()).has_value());
    CHECK_FALSE(parse_provisional_cv_certificate(cv_certificate_file()).has_value());
}

TEST_CASE("the signature file holds one digest of 48 bytes, whose object is signed as stored") {
    const Bytes good = provisional_signature_file(basic_four_file());
    const auto signature = parse_provisional_basic_four_signature(good);
    REQUIRE(signature.has_value());
    CHECK(signature->basic_four_digest.size() == 48);
    CHECK(same_bytes(signature->signed_part, tlv(0xDF32, signature->basic_four_digest)));
    const auto with_digest = [](std::uint32_t tag, std::size_t size) {
        return tlv(0xFF30, concatenate({tlv(tag, Bytes(size)), tlv(0xDF33, Bytes(104))}));
    };
    CHECK(parse_provisional_basic_four_signature(with_digest(0xDF32, 48)).has_value());
    CHECK(is_refused_as(parse_provisional_basic_four_signature(with_digest(0xDF32, 32)),
                        ErrorCode::LengthInvalid));
    CHECK(is_refused_as(parse_provisional_basic_four_signature(with_digest(0xDF31, 48)),
                        ErrorCode::TagUnexpected));
    CHECK_FALSE(parse_input_support_signature(good).has_value());
    CHECK_FALSE(
        parse_provisional_basic_four_signature(signature_file(basic_four_file())).has_value());
}

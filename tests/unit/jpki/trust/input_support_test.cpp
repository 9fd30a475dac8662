#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/pkcs1_signature.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/certificates.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

using Names = std::vector<std::string>;

InputSupportReading good_reading() {
    const Bytes file = basic_four_file();
    return input_support_reading(file, signature_file(file));
}

struct Examination {
    bool verified = false;
    TrustVerdict verdict;
};

Examination examine(InputSupportReading reading,
                    const TrustAnchors& anchors = AnchorsFolder::good()) {
    TrustExaminer examiner(anchors, test_time());
    const auto examined = examiner.examine(std::move(reading));
    return {std::holds_alternative<Verified<BasicFourAttributes>>(examined), examiner.verdict()};
}

} // namespace

TEST_CASE("genuine basic four items pass every check of their application") {
    const Examination examination = examine(good_reading());
    CHECK(examination.verified);
    CHECK(examination.verdict.passed_all(input_support_checks));
}

TEST_CASE("each forgery of the basic four items fails its own check") {
    InputSupportReading reading = good_reading();
    std::string failed;
    bool still_verified = false;
    SECTION("items exchanged") {
        reading.basic_four = parse_basic_four(basic_four_file({.name = "別人　太郎"})).value();
        failed = "basic-four-digest";
    }
    SECTION("digest exchanged too") {
        reading.basic_four = parse_basic_four(basic_four_file({.name = "別人　太郎"})).value();
        const auto old = reading.signature.basic_four_digest;
        reading.signature =
            parse_input_support_signature(signature_file(basic_four_file({.name = "別人　太郎"})))
                .value();
        reading.signature.signature[7] ^= 1U;
        failed = "basic-four-signature";
    }
    SECTION("the data-signing key replaced by the forger's") {
        reading.data_signing_certificate.signature[0] ^= 1U;
        failed = "input-support-issuer";
    }
    SECTION("the card's key replaced") {
        reading.presence_key.signature[0] ^= 1U;
        failed = "input-support-presence-key";
        still_verified = true;
    }
    SECTION("a copy of the data on another chip") {
        reading.presence.signature =
            sign_message(key_named("signer"), reading.presence.challenge.bytes());
        failed = "input-support-presence";
        still_verified = true;
    }
    SECTION("an earlier proof replayed") {
        reading.presence.challenge = Challenge::fresh().value();
        failed = "input-support-presence";
        still_verified = true;
    }
    const Examination examination = examine(std::move(reading));
    CHECK(failed_checks(examination.verdict) == Names{failed});
    CHECK(examination.verified == still_verified);
}

TEST_CASE("without the issuer's key the items stay unverified and the verdict says why") {
    const TrustAnchors anchors = AnchorsFolder::without_card_data();
    const Examination examination = examine(good_reading(), anchors);
    CHECK_FALSE(examination.verified);
    CHECK(is_not_checked(examination.verdict, Check::InputSupportIssuer));
    CHECK(failed_checks(examination.verdict).empty());
}

TEST_CASE("any changed byte of the basic four items is refused or fails their digest") {
    const Bytes good = basic_four_file();
    const Bytes signature = signature_file(good);
    const TrustAnchors anchors = AnchorsFolder::good();
    for (std::size_t place = 0; place < good.size(); ++place) {
        CAPTURE(place);
        Bytes changed = good;
        changed[place] ^= 0x01U;
        auto record = parse_basic_four(changed);
        if (!record) {
            continue; // structure
        }
        InputSupportReading reading = input_support_reading(good, signature);
        reading.basic_four = std::move(*record);
        CHECK(failed_checks(examine(std::move(reading), anchors).verdict) ==
              Names{"basic-four-digest"});
    }
}

TEST_CASE("any changed byte of the signed digests is refused or fails their signature") {
    const Bytes items = basic_four_file();
    const Bytes good = signature_file(items);
    const TrustAnchors anchors = AnchorsFolder::good();
    for (std::size_t place = 0; place < good.size(); ++place) {
        CAPTURE(place);
        Bytes changed = good;
        changed[place] ^= 0x01U;
        auto signature = parse_input_support_signature(changed);
        if (!signature) {
            continue; // structure
        }
        InputSupportReading reading = input_support_reading(items, good);
        reading.signature = std::move(*signature);
        const Examination examination = examine(std::move(reading), anchors);
        CHECK(examination.verdict.failed(Check::BasicFourSignature));
        CHECK_FALSE(examination.verified);
    }
}

TEST_CASE("the signature covers both digest objects with their tags and lengths, in their order") {
    const Bytes items = basic_four_file();
    const Bytes digest = to_bytes(sha256(parse_basic_four(items).value().signed_part.reveal()));
    const Bytes other(32, 0xA5);
    const auto signature_over = [&](ByteView signed_part) {
        InputSupportReading reading = input_support_reading(items, signature_file(items));
        reading.signature.signature = sign_message(key_named("signer"), signed_part);
        return failed_checks(examine(std::move(reading)).verdict);
    };
    const Bytes first = tlv(0xDF31, other);
    const Bytes second = tlv(0xDF32, digest);
    CHECK(signature_over(concatenate({first, second})).empty());
    CHECK(signature_over(concatenate({second, first})) == Names{"basic-four-signature"});
    CHECK(signature_over(concatenate({other, digest})) == Names{"basic-four-signature"});
    CHECK(signature_over(second) == Names{"basic-four-signature"});
}

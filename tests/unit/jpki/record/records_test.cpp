#include "apdu/ber_tlv.hpp"
#include "jpki/record/common_card_record.hpp"
#include "tests/support/scripted_channel.hpp"
#include "tests/unit/jpki/support/card_data.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::hex;

namespace {

struct RecordKind {
    std::string name;
    std::function<bool(ByteView)> is_accepted;
    Bytes good;
};

std::vector<RecordKind> record_kinds() {
    return {
        {"basic four", [](ByteView f) { return parse_basic_four(f).has_value(); },
         basic_four_file()},
        {"signature", [](ByteView f) { return parse_input_support_signature(f).has_value(); },
         signature_file(basic_four_file())},
        {"presence key", [](ByteView f) { return parse_presence_key(f).has_value(); },
         presence_key_file()},
        {"CV certificate", [](ByteView f) { return parse_cv_certificate(f).has_value(); },
         cv_certificate_file()},
        {"surface", [](ByteView f) { return parse_surface_record(f).has_value(); }, surface_file()},
    };
}

} // namespace

TEST_CASE("the published example of a basic four file is read item by item") {
    // Card-interface reference, section 6.2: a file of the public test card.
    const Bytes file = hex("FF2065 DF2108 000E002000590064 DF220F E9BB92E6A190E38080E5B9B9E4B99F"
                           "DF2336 E69DB1E4BAACE983BDE6B885E780ACE5B882E8A6B3E5B883E5AD90E58D97"
                           "EFBC91EFBC92EFBC8DEFBC97EFBC8DEFBC92EFBC90EFBC92 DF2408"
                           "3139383030323137 DF2501 31");
    const auto record = parse_basic_four(file);
    REQUIRE(record.has_value());
    CHECK(record->attributes.name.reveal() == "黒桐　幹也");
    CHECK(record->attributes.address.reveal() == "東京都清瀬市観布子南１２－７－２０２");
    CHECK(to_iso(record->attributes.birth_date) == "1980-02-17");
    CHECK(record->attributes.sex == Sex::Male);
    CHECK(record->signed_part.size() == file.size() - 14);
}

TEST_CASE("filler behind a record is dropped, anything else refused") {
    for (const RecordKind& kind : record_kinds()) {
        CAPTURE(kind.name);
        CHECK(kind.is_accepted(kind.good));
        CHECK(kind.is_accepted(concatenate({kind.good, Bytes(50, 0xFF)})));
        CHECK(kind.is_accepted(concatenate({kind.good, Bytes(50, 0x00)})));
        CHECK_FALSE(kind.is_accepted(concatenate({kind.good, Bytes{0xFF, 0x00, 0x01}})));
    }
}

TEST_CASE("a record cut at any byte is refused") {
    for (const RecordKind& kind : record_kinds()) {
        CAPTURE(kind.name);
        for (std::size_t size = 0; size < kind.good.size(); ++size) {
            CAPTURE(size);
            CHECK_FALSE(kind.is_accepted(ByteView(kind.good).first(size)));
        }
    }
}

TEST_CASE("lengths may be coded longer than needed") {
    const Bytes file = hex("FF20 820066 DF21 8108 0010002200230024 DF22 00 DF23 00 DF24 08"
                           "3139383030323137 DF25 01 31");
    const Bytes content = ByteView(file).size() > 5 ? to_bytes(ByteView(file).subspan(5)) : Bytes{};
    const Bytes fitting =
        concatenate({hex("FF20 8200"), Bytes{static_cast<std::uint8_t>(content.size())}, content});
    // Offsets of DF22 … DF25 in this file: 17, 20, 23, 34.
    Bytes with_offsets = fitting;
    const Bytes offsets = hex("0011 0014 0017 0022");
    std::copy(offsets.begin(), offsets.end(), with_offsets.begin() + 9);
    CHECK(parse_basic_four(with_offsets).has_value());
    SECTION("but the offset table must name the real places") {
        CHECK_FALSE(parse_basic_four(fitting).has_value());
    }
}

TEST_CASE("an offset table may count the two stray bytes that some cards put before the record") {
    const std::vector<Bytes> objects{tlv(0xDF22, as_bytes("名")), tlv(0xDF23, as_bytes("所")),
                                     tlv(0xDF24, as_bytes("19800217")), tlv(0xDF25, as_bytes("1"))};
    const Bytes file = record_with_offsets(0xFF20, 0xDF21, objects);
    constexpr std::size_t table = 6; // behind FF20 L DF21 08
    const auto accepted_with_shift = [&file](std::uint8_t shift) {
        Bytes shifted = file;
        for (std::size_t entry = 0; entry < 4; ++entry) {
            shifted[table + 2 * entry + 1] += shift;
        }
        return parse_basic_four(shifted).has_value();
    };
    CHECK(accepted_with_shift(0));
    CHECK_FALSE(accepted_with_shift(1));
    CHECK(accepted_with_shift(2));
    CHECK_FALSE(accepted_with_shift(3));
}

TEST_CASE("a card face without photo object is read, whether or not the offset table lists it") {
    const Bytes with_photo = surface_file();
    REQUIRE(parse_surface_record(with_photo).has_value());
    apdu::BerTlvReader outside(with_photo);
    apdu::BerTlvReader inside = outside.enter(outside.next().value()).value();
    std::vector<Bytes> objects;
    static_cast<void>(inside.next()); // the offset table
    while (!inside.at_end()) {
        const apdu::BerTlv object = inside.next().value();
        if (object.tag != 0xDF27) {
            objects.push_back(to_bytes(object.encoded));
        }
    }
    const auto record = parse_surface_record(record_with_offsets(0xFF20, 0xDF21, objects));
    REQUIRE(record.has_value());
    CHECK_FALSE(record->photo.is_present());
    CHECK(record->signed_segments.photo.reveal().empty());
    SECTION("but no other object may be missing") {
        for (std::size_t missing = 0; missing < objects.size(); ++missing) {
            std::vector<Bytes> fewer = objects;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(missing));
            CHECK_FALSE(
                parse_surface_record(record_with_offsets(0xFF20, 0xDF21, fewer)).has_value());
        }
    }
}

TEST_CASE("objects in another order, missing or too many are refused") {
    const Bytes name = tlv(0xDF22, as_bytes("名"));
    const Bytes address = tlv(0xDF23, as_bytes("所"));
    const Bytes birth = tlv(0xDF24, as_bytes("19800217"));
    const Bytes sex = tlv(0xDF25, as_bytes("1"));
    const auto accepted = [](const std::vector<Bytes>& objects) {
        return parse_basic_four(record_with_offsets(0xFF20, 0xDF21, objects)).has_value();
    };
    CHECK(accepted({name, address, birth, sex}));
    CHECK_FALSE(accepted({address, name, birth, sex}));
    CHECK_FALSE(accepted({name, address, birth}));
    CHECK_FALSE(accepted({name, address, birth, sex, sex}));
    CHECK_FALSE(accepted({name, name, address, birth, sex}));
}

TEST_CASE("text must be well-formed UTF-8 without control characters") {
    const auto accepted = [](const std::string& name) {
        return parse_basic_four(basic_four_file({.name = name})).has_value();
    };
    CHECK(accepted("髙𠮷　葛󠄀")); // supplementary plane and variation selector
    CHECK(accepted("\""));
    CHECK_FALSE(accepted("\xE9\xBB"));
    CHECK_FALSE(accepted("\x1B[31m"));
    CHECK_FALSE(accepted("\xC0\xAF"));
    CHECK_FALSE(accepted(std::string(1, '\0')));
}

TEST_CASE("keys in card files are RSA of sound size and exponent") {
    const Bytes modulus = key_named("card").modulus().value();
    const auto accepted = [](ByteView exponent, ByteView number) {
        return parse_rsa_public_key(concatenate({tlv(0x90, exponent), tlv(0x91, number)}))
            .has_value();
    };
    const Bytes f4 = hex("010001");
    CHECK(accepted(f4, modulus));
    CHECK_FALSE(accepted(hex("01"), modulus));
    CHECK_FALSE(accepted(hex("03"), modulus));
    CHECK_FALSE(accepted(hex("00010001"), modulus));
    CHECK_FALSE(accepted(f4, ByteView(modulus).first(128)));
    CHECK_FALSE(accepted(f4, Bytes{}));
    CHECK_FALSE(accepted(f4, Bytes(513, 0xFF)));
    Bytes even = modulus;
    even.back() &= 0xFEU;
    CHECK_FALSE(accepted(f4, even));
}

TEST_CASE("the common card record tells serial number, municipality and expiry") {
    const Bytes record = concatenate({hex("011C"), as_bytes("4000000127198431322120350217")});
    const auto parsed = parse_common_card_record(record);
    REQUIRE(parsed.has_value());
    CHECK(parsed->serial == "400000012719843");
    CHECK(parsed->municipality_code == "13221");
    CHECK(to_iso(parsed->card_expiry) == "2035-02-17");
    CHECK_FALSE(parse_common_card_record(ByteView(record).first(29)).has_value());
    CHECK_FALSE(parse_common_card_record(concatenate({hex("021C"), ByteView(record).subspan(2)}))
                    .has_value());
}

TEST_CASE("a common card record that is no number, or expires on no day, is refused") {
    const auto* const content =
        GENERATE("40000001271984X1322120350217", "4000000127198431322120351317");
    const Bytes record = concatenate({hex("011C"), as_bytes(content)});
    const auto parsed = parse_common_card_record(record);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code() == ErrorCode::ValueInvalid);
}

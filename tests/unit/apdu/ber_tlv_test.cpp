#include "apdu/ber_tlv.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

ErrorCode error_of(const Bytes& bytes, TlvRules rules) {
    const auto object = BerTlvReader(bytes, rules).next();
    REQUIRE_FALSE(object);
    return object.error().code();
}

} // namespace

TEST_CASE("an object is a tag, a length and a value") {
    struct Case {
        std::string_view bytes;
        std::uint32_t tag;
        std::string_view value;
        bool constructed;
    };
    const std::vector<Case> cases{
        {"04 00", 0x04, "", false},
        {"30 02 0500", 0x30, "0500", true},
        {"DF22 01 41", 0xDF22, "41", false},
        {"FF20 03 DF2100", 0xFF20, "DF2100", true},
        {"7F21 00", 0x7F21, "", true},
        {"DF8101 01 AA", 0xDF8101, "AA", false}, // three-byte tag
        {"BFFF7F 00", 0xBFFF7F, "", true},
    };
    for (const Case& each : cases) {
        INFO(each.bytes);
        for (const TlvRules rules : {TlvRules::Tolerant, TlvRules::Strict}) {
            const Bytes bytes = hex(each.bytes);
            BerTlvReader reader(bytes, rules);
            const auto object = reader.next();
            REQUIRE(object);
            CHECK(object->tag == each.tag);
            CHECK(to_bytes(object->value) == hex(each.value));
            CHECK(to_bytes(object->encoded) == bytes);
            CHECK(object->is_constructed() == each.constructed);
            CHECK(reader.at_end());
        }
    }
}

TEST_CASE("lengths in their shortest forms, at each boundary") {
    struct Case {
        std::string_view header;
        std::size_t size;
    };
    const std::vector<Case> cases{{"047F", 127},
                                  {"048180", 128},
                                  {"0481FF", 255},
                                  {"04820100", 256},
                                  {"0482FFFF", 65535},
                                  {"0483010000", 65536},
                                  {"0483FFFFFF", 0xFFFFFF},
                                  {"048401000000", 0x1000000}};
    for (const Case& each : cases) {
        INFO(each.header);
        const Bytes bytes = concatenate({hex(each.header), Bytes(each.size, 0x5A)});
        const auto object = BerTlvReader(bytes, TlvRules::Strict).next();
        REQUIRE(object);
        CHECK(object->value.size() == each.size);
        CHECK(object->encoded.size() == bytes.size());
    }
}

TEST_CASE("only tolerant rules take what could be coded shorter") {
    for (const std::string_view bytes : {"30 8105 0000000000", "30 820001 00", "30 8300 0001 00",
                                         "30 84 00000001 00", "FF10 00", "1F1E 00"}) {
        INFO(bytes);
        CHECK(BerTlvReader(hex(bytes)).next().has_value() == true);
        const ErrorCode code = error_of(hex(bytes), TlvRules::Strict);
        CHECK((code == ErrorCode::LengthInvalid || code == ErrorCode::TagUnexpected));
    }
}

TEST_CASE("tags and lengths of no legal form are refused under both rules") {
    struct Case {
        std::string_view bytes;
        ErrorCode code;
    };
    const std::vector<Case> cases{
        {"30 80 0000", ErrorCode::LengthInvalid},          // indefinite
        {"30 85 0000000001 00", ErrorCode::LengthInvalid}, // five length bytes
        {"30 FF 00", ErrorCode::LengthInvalid},            // reserved
        {"1F00 00", ErrorCode::TagUnexpected},             // zero digits
        {"1F80 1F 00", ErrorCode::TagUnexpected},
        {"DF818101 00", ErrorCode::TagUnexpected}, // four-byte tag
        {"FFFFFFFF", ErrorCode::TagUnexpected},    // filler
    };
    for (const Case& each : cases) {
        INFO(each.bytes);
        CHECK(error_of(hex(each.bytes), TlvRules::Tolerant) == each.code);
        CHECK(error_of(hex(each.bytes), TlvRules::Strict) == each.code);
    }
}

TEST_CASE("objects follow each other, and what is left can be looked at") {
    const Bytes bytes = hex("DF21 01 AA DF22 02 BBCC FFFFFF");
    BerTlvReader reader(bytes);
    CHECK(reader.expect(0xDF21)->value[0] == 0xAA);
    CHECK(reader.rest().size() == 8);
    CHECK(reader.expect(0xDF22)->value[1] == 0xCC);
    CHECK_FALSE(reader.at_end());
    CHECK(is_filler(reader.rest()));
}

TEST_CASE("expecting another tag is refused and reads nothing") {
    const Bytes bytes = hex("DF21 01 AA");
    BerTlvReader reader(bytes);
    const auto other = reader.expect(0xDF22);
    REQUIRE_FALSE(other);
    CHECK(other.error().code() == ErrorCode::TagUnexpected);
    CHECK(reader.rest().size() == bytes.size());
    CHECK(reader.expect(0xDF21));
    CHECK(reader.expect(0xDF22).error().code() == ErrorCode::TagMissing);
    CHECK(reader.next().error().code() == ErrorCode::Truncated);
}

TEST_CASE("constructed objects are entered, others are not") {
    const Bytes bytes = hex("FF20 06 DF21 01 AA 0400 0401AA");
    BerTlvReader reader(bytes);
    const BerTlv record = *reader.next();
    auto inside = reader.enter(record);
    REQUIRE(inside);
    CHECK(inside->expect(0xDF21));
    CHECK(inside->expect(0x04));
    CHECK(inside->at_end());
    CHECK(reader.enter(*reader.next()).error().code() == ErrorCode::TagUnexpected);
    CHECK(reader.enter(BerTlv{}).error().code() == ErrorCode::TagUnexpected);
}

TEST_CASE("filler is all zeros or all ones, or nothing") {
    CHECK(is_filler({}));
    CHECK(is_filler(hex("000000")));
    CHECK(is_filler(hex("FFFF")));
    CHECK_FALSE(is_filler(hex("00FF")));
    CHECK_FALSE(is_filler(hex("000001")));
    CHECK_FALSE(is_filler(hex("FFFFFE")));
}

TEST_CASE("a header states the length of its whole object") {
    CHECK(declared_object_length(hex("30 82 0100")) == 260);
    CHECK(declared_object_length(hex("30 05")) == 7);
    CHECK(declared_object_length(hex("7F21 81 80 00 00")) == 132);
    CHECK(declared_object_length(hex("FF40 82 009F")) == 164);
    CHECK(declared_object_length(hex("30 84 FFFFFFFF")) == 0x1'0000'0005);
    CHECK(declared_object_length(hex("FF40 82 009F"), TlvRules::Strict).error().code() ==
          ErrorCode::LengthInvalid);
    for (const std::string_view bytes : {"", "30", "7F", "7F21", "3082", "308201"}) {
        CHECK(declared_object_length(hex(bytes)).error().code() == ErrorCode::Truncated);
    }
    CHECK(declared_object_length(hex("3080")).error().code() == ErrorCode::LengthInvalid);
}

// Kinds whose files say something else, or say it in other bytes.
#include "hw-sim/card/input_support_files.hpp"
#include "tests/unit/hw-sim/kind_exchange.hpp"

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

// A file of the card, after this number was presented if one is given.
Bytes read_file(std::string_view kind, std::string_view application, unsigned number_key,
                const std::string& number, std::string_view read) {
    const auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, application) == "9000");
    if (!number.empty()) {
        REQUIRE(verify(*card, number_key, number) == "9000");
    }
    Bytes file = data_of(*card, read);
    REQUIRE_FALSE(file.empty());
    return file;
}

Bytes surface_record(std::string_view kind) {
    return read_file(kind, select_surface, 0x12, holder("p02", kind).verification_number_b(),
                     "00B08200000000");
}

Bytes basic_four(std::string_view kind) {
    return read_file(kind, select_input_support, 0x15, holder("p02", kind).verification_number_b(),
                     "00B08200000000");
}

Bytes part(const Bytes& file, std::size_t offset, std::size_t length) {
    REQUIRE(offset + length <= file.size());
    return to_bytes(ByteView(file).subspan(offset, length));
}

std::size_t number_at(const Bytes& file, std::size_t offset) {
    return static_cast<std::size_t>(big_endian(part(file, offset, 2)));
}

// What the offset table of a surface record in the shortest form says of an object.
std::size_t offset_of(const Bytes& record, unsigned tag) {
    return number_at(record, 8 + 2 * (tag - 0x22));
}

bool holds(const Bytes& file, const std::string& text) {
    return to_hex(file).find(to_hex(as_bytes(text))) != std::string::npos;
}

} // namespace

TEST_CASE("an infant's photo object is absent, empty, or a picture without a person") {
    const Bytes absent = surface_record("infant-photo-absent");
    CHECK(offset_of(absent, 0x27) == 0);
    CHECK(to_hex(part(absent, offset_of(absent, 0x28), 2)) == "DF28");
    CHECK(to_hex(absent).find("DF27") == std::string::npos);
    const Bytes empty = surface_record("infant-photo-empty");
    CHECK(to_hex(part(empty, offset_of(empty, 0x27), 5)) == "DF2700DF28");
    const Bytes placeholder = surface_record("infant-photo-placeholder");
    const auto photo_size = [](const Bytes& record) {
        return offset_of(record, 0x28) - offset_of(record, 0x27);
    };
    CHECK(photo_size(placeholder) > 100);
    CHECK(photo_size(placeholder) < photo_size(surface_record("current")) / 2);
    CHECK(holds(placeholder, "ftypjp2 "));
}

TEST_CASE("a long address has 200 characters, in chip, certificate and picture") {
    const sim::Persona owner = holder("p02", "long-address");
    CHECK(owner.address.size() == 600);
    CHECK(holds(basic_four("long-address"), owner.address));
    CHECK(
        holds(read_file("long-address", select_jpki, 0x1B, owner.pins.signature, "00B08100000000"),
              owner.address));
    // Nine lines of twelve pixels: the height in the picture's header.
    CHECK(to_hex(surface_record("long-address")).find("49484452000001200000006C") !=
          std::string::npos);
}

TEST_CASE("a rare name is whole in the chip, and has substitutes in the certificate") {
    const sim::Persona owner = holder("p02", "rare-names");
    CHECK(holds(basic_four("rare-names"), "𠮷髙　葛\U000E0100子"));
    const Bytes certificate =
        read_file("rare-names", select_jpki, 0x1B, owner.pins.signature, "00B08100000000");
    CHECK(holds(certificate, "吉高　葛子"));
    CHECK(holds(certificate, "11010"));
}

TEST_CASE("two stray bytes stand before FF20, and the rest is the ordinary card's") {
    const Bytes stray = basic_four("stray-bytes");
    const Bytes ordinary = basic_four("current");
    CHECK(to_hex(part(stray, 0, 4)) == "5AA5FF20");
    CHECK(stray.size() == ordinary.size());
    CHECK(part(stray, 2, stray.size() - 2) == part(ordinary, 0, ordinary.size() - 2));
}

TEST_CASE("long lengths: the same values, each with a length of three bytes, and true offsets") {
    const Bytes file = basic_four("long-lengths");
    CHECK(to_hex(part(file, 0, 3)) == "FF2082");
    CHECK(to_hex(part(file, 5, 5)) == "DF21820008");
    CHECK(to_hex(part(file, number_at(file, 10), 3)) == "DF2282");
    CHECK(to_hex(part(file, number_at(file, 16), 6)) == "DF2582000132");
    CHECK(holds(file, persona("p02").name.kanji));
    const Bytes record = surface_record("long-lengths");
    CHECK(to_hex(part(record, 5, 5)) == "DF21820012");
    CHECK(to_hex(part(record, number_at(record, 10), 5)) == "DF22820008");
    check({"long-lengths", {select_common}, "00B2010C05", "01FF001C399000"});
    check({"long-lengths", {select_input_support}, "00B085000A", "FF408200A3DF418200049000"});
}

TEST_CASE("signed digests of long lengths are those of the objects as stored") {
    const Bytes file = basic_four("long-lengths");
    const std::size_t end = 5 + number_at(file, 3);
    const Bytes objects = part(file, number_at(file, 10), end - number_at(file, 10));
    const Bytes hashes = read_file("long-lengths", select_input_support, 0x15,
                                   persona("p02").verification_number_b(), "00B08300000000");
    CHECK(to_hex(hashes).find("DF32820020" + to_hex(sha256_of(objects))) != std::string::npos);
}

TEST_CASE("newer cards hold a lower CV certificate, for an extended Le alone") {
    CHECK(data_of(*card_of("p02"), "00CA7F21000000").size() == 568);
    check({"contactless-14e0", {}, "00CA7F21000000", "6A88"});
}

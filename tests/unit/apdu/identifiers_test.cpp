#include "apdu/identifiers.hpp"
#include "tests/support/ended_process.hpp"

#include <catch2/catch.hpp>

#include <type_traits>

using namespace madoguchi;
using namespace madoguchi::apdu;

static_assert(!std::is_convertible_v<int, FileId>);
static_assert(!std::is_convertible_v<int, ShortFileId>);
static_assert(!std::is_convertible_v<FileId, ShortFileId>);
static_assert(!std::is_constructible_v<KeyReference, std::uint8_t>);

TEST_CASE("application identifiers compare by length and content") {
    constexpr Aid shorter{std::array<std::uint8_t, 5>{1, 2, 3, 4, 0}};
    constexpr Aid longer{std::array<std::uint8_t, 6>{1, 2, 3, 4, 0, 0}};
    STATIC_REQUIRE_FALSE(shorter == longer);
    CHECK(shorter.bytes().size() == 5);
    CHECK(longer.bytes().size() == 6);
}

TEST_CASE("a short file identifier is 1 to 30") {
    CHECK(ShortFileId(1).value() == 1);
    CHECK(ShortFileId(30).value() == 30);
    for (const std::uint8_t value : std::array<std::uint8_t, 3>{0, 31, 255}) {
        CHECK(test::last_words_of([value] { (void)ShortFileId(value); }));
    }
}

TEST_CASE("a key reference is the current file, a file by short identifier, or the default key") {
    CHECK(KeyReference::current_file().p2() == 0x80);
    CHECK(KeyReference::in_file(ShortFileId(0x18)).p2() == 0x98);
    CHECK(KeyReference::application_default().p2() == 0x00);
}

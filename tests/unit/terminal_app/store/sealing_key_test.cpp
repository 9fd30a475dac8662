#include "terminal_app/store/sealing_key.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;

namespace {

SealingKey key(std::uint8_t first = 1) {
    SecretBytes bytes(32);
    bytes.reveal_for_writing()[0] = first;
    return SealingKey(std::move(bytes));
}

Bytes sealed(const char* text) {
    return *key().seal(as_bytes(text), as_bytes("row 1"));
}

} // namespace

TEST_CASE("what was sealed opens with the same key in the same place") {
    const auto opened = key().open(sealed("content"), as_bytes("row 1"));
    REQUIRE(opened.has_value());
    CHECK(as_text(opened->reveal()) == "content");
}

TEST_CASE("the same content never looks the same twice, and its fingerprint always does") {
    CHECK(sealed("content") != sealed("content"));
    CHECK(key().fingerprint(as_bytes("content")) == key().fingerprint(as_bytes("content")));
    CHECK(key().fingerprint(as_bytes("content")) != key(2).fingerprint(as_bytes("content")));
}

TEST_CASE("another key, another place, any changed or missing byte: it does not open") {
    const Bytes whole = sealed("content");
    CHECK_FALSE(key(2).open(whole, as_bytes("row 1")).has_value());
    CHECK_FALSE(key().open(whole, as_bytes("row 2")).has_value());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Bytes changed = whole;
        changed[i] ^= 1U;
        CHECK_FALSE(key().open(changed, as_bytes("row 1")).has_value());
        CHECK_FALSE(key().open(ByteView(whole).first(i), as_bytes("row 1")).has_value());
    }
}

TEST_CASE("a key has a name that is not itself") {
    CHECK(key().id().size() == 16);
    CHECK(key().id() == key().id());
    CHECK(key().id() != key(2).id());
}

#include "hal/base/secret.hpp"

#include <catch2/catch.hpp>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <type_traits>

using namespace madoguchi;

static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);
static_assert(std::is_nothrow_move_assignable_v<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, ByteView>);
static_assert(!std::is_convertible_v<Bytes, SecretBytes>);

namespace {

const Bytes digits{'1', '2', '3', '4'};

bool is_zero(ByteView bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

// The VmFlags line of the mapping that begins at this address (proc(5), smaps).
std::string mapping_flags(const void* address) {
    std::ostringstream start;
    start << std::hex << reinterpret_cast<std::uintptr_t>(address) << '-';
    std::ifstream maps("/proc/self/smaps");
    bool inside = false;
    for (std::string line; std::getline(maps, line);) {
        inside = inside || line.rfind(start.str(), 0) == 0;
        if (inside && line.rfind("VmFlags:", 0) == 0) {
            return line + " ";
        }
    }
    return {};
}

bool is_mapped(const void* page) {
    unsigned char resident = 0;
    return ::mincore(const_cast<void*>(page), 1, &resident) == 0 || errno != ENOMEM;
}

} // namespace

TEST_CASE("a secret begins as zeros, empty, or as a copy of what it is given") {
    CHECK(SecretBytes().empty());
    CHECK(SecretBytes(0).reveal().empty());
    CHECK(SecretBytes(ByteView()).empty());
    CHECK(is_zero(SecretBytes(5000).reveal()));
    CHECK(same_bytes(SecretBytes(ByteView(digits)).reveal(), digits));
}

TEST_CASE("taking bytes over wipes and empties their source") {
    Bytes typed = digits;
    const SecretBytes secret = SecretBytes::taking(std::move(typed));
    CHECK(same_bytes(secret.reveal(), digits));
    CHECK(typed.empty()); // NOLINT(bugprone-use-after-move): that it is empty is the promise
}

TEST_CASE("a moved secret leaves nothing behind") {
    SecretBytes first{ByteView(digits)};
    SecretBytes second = std::move(first);
    CHECK(first.empty()); // NOLINT(bugprone-use-after-move)
    CHECK(same_bytes(second.reveal(), digits));

    SecretBytes third{ByteView(Bytes{9})};
    const void* before = third.reveal().data();
    third = std::move(second);
    CHECK_FALSE(is_mapped(before));
    CHECK(same_bytes(third.reveal(), digits));

    SecretBytes& same = third;
    third = std::move(same);
    CHECK(same_bytes(third.reveal(), digits));
}

TEST_CASE("a cleared secret gives its memory back and can be cleared again") {
    SecretBytes secret{ByteView(digits)};
    const void* page = secret.reveal().data();
    REQUIRE(is_mapped(page));
    secret.clear();
    CHECK(secret.empty());
    CHECK_FALSE(is_mapped(page));
    secret.clear();
}

TEST_CASE("a secret's content can be written in place") {
    SecretBytes secret(2);
    secret.reveal_for_writing()[1] = 7;
    CHECK(same_bytes(secret.reveal(), Bytes{0, 7}));
}

TEST_CASE("a secret lies on pages of its own that core dumps leave out") {
    const SecretBytes one{ByteView(digits)};
    const SecretBytes other{ByteView(digits)};
    CHECK(reinterpret_cast<std::uintptr_t>(one.reveal().data()) % 4096 == 0);
    CHECK(one.reveal().data() != other.reveal().data());
    CHECK_THAT(mapping_flags(std::min(one.reveal().data(), other.reveal().data())),
               Catch::Contains(" dd "));
}

TEST_CASE("wiping clears the whole allocation, also behind the end") {
    std::string text(100, 'x');
    text.resize(3);
    const char* memory = text.data();
    wipe(text);
    CHECK(text.empty());
    CHECK(std::all_of(memory, memory + 100, [](char c) { return c == '\0'; }));

    Bytes bytes(100, 0xAA);
    wipe(bytes);
    CHECK(bytes.empty());
    wipe(bytes);
    wipe(nullptr, 0);
}

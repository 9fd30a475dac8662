#include "hal/base/bytes.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi {

std::string to_hex(ByteView bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text.push_back(digits[byte >> 4U]);
        text.push_back(digits[byte & 0x0FU]);
    }
    return text;
}

ByteView as_bytes(std::string_view text) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string as_text(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

Bytes to_bytes(ByteView view) {
    return {view.begin(), view.end()};
}

Bytes concatenate(std::initializer_list<ByteView> parts) {
    Bytes joined;
    for (const ByteView part : parts) {
        joined.insert(joined.end(), part.begin(), part.end());
    }
    return joined;
}

bool same_bytes(ByteView left, ByteView right) noexcept {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

std::uint64_t big_endian(ByteView bytes) {
    MADOGUCHI_EXPECTS(!bytes.empty() && bytes.size() <= sizeof(std::uint64_t));
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) {
        value = (value << 8U) | byte;
    }
    return value;
}

} // namespace madoguchi

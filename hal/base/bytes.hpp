// Byte sequences, owned and viewed. Personal data travels in these; secrets travel in SecretBytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// Two upper-case hexadecimal digits a byte, no separators.
[[nodiscard]] std::string to_hex(ByteView bytes);

// The bytes of text, as they are stored (no terminator). The view lives as long as the text does.
[[nodiscard]] ByteView as_bytes(std::string_view text) noexcept;

// The text that the bytes spell, taken byte by byte; no encoding is checked.
[[nodiscard]] std::string as_text(ByteView bytes);

[[nodiscard]] Bytes to_bytes(ByteView view);

// Joins any number of parts into one sequence.
[[nodiscard]] Bytes concatenate(std::initializer_list<ByteView> parts);

[[nodiscard]] bool same_bytes(ByteView left, ByteView right) noexcept;

// Big-endian number of one to eight bytes. Contract: 1 <= bytes.size() <= 8.
[[nodiscard]] std::uint64_t big_endian(ByteView bytes);

} // namespace madoguchi

// A file that is taken only when its hash is the one that was promised.
#pragma once

#include "hal/base/bytes.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace madoguchi::face {

// At most so many bytes and one more, which says that the file is longer; nothing where it cannot
// be opened.
[[nodiscard]] std::optional<Bytes> read_at_most(const std::filesystem::path& path,
                                                std::size_t most);

// expected: lower-case hexadecimal.
[[nodiscard]] bool has_sha256(ByteView content, std::string_view expected);

// 64 lower-case hexadecimal digits.
[[nodiscard]] constexpr bool is_sha256(std::string_view text) noexcept {
    constexpr std::size_t digits = 64;
    return text.size() == digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace madoguchi::face

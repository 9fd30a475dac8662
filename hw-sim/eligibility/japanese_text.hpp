// Japanese text as the service writes it.
#pragma once

#include "hal/base/bytes.hpp"

#include <string>
#include <string_view>

namespace madoguchi::sim {

enum class FileEncoding : unsigned char { Utf8, ShiftJis };

// Full-width katakana and spaces to half width: how NameKana is written.
[[nodiscard]] std::string half_width(std::string_view utf8);

// CP932; a character it lacks becomes ●, as the national service is known to do with its own set.
[[nodiscard]] Bytes to_cp932(std::string_view utf8);

// UTF-8 of CP932 bytes; what is not CP932 becomes U+FFFD.
[[nodiscard]] std::string from_cp932(std::string_view bytes);

} // namespace madoguchi::sim

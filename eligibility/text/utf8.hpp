// UTF-8 checked and taken apart, by ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::text {

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF. Contract: under 2 GiB.
[[nodiscard]] bool is_utf8(std::string_view text);

// What normalisation does with compatibility ideographs (U+F900 to U+FAFF, U+2F800 to U+2FA1F).
enum class Ideographs : std::uint8_t { Unify, Keep };

// Code points after compatibility normalisation (Unicode NFKC). What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::u32string nfkc_code_points(std::string_view text,
                                              Ideographs ideographs = Ideographs::Unify);

// A compatibility ideograph as the unified one it stands for; every other character as it is.
[[nodiscard]] char32_t unified_ideograph(char32_t point) noexcept;

// A Latin letter as a capital without accent; every other character as it is.
[[nodiscard]] char32_t plain_capital(char32_t point) noexcept;

[[nodiscard]] std::string to_utf8(std::u32string_view points);

} // namespace madoguchi::eligibility::text

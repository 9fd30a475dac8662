// UTF-8 checked and taken apart, by ICU.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::eligibility::text {

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF. Contract: under 2 GiB.
[[nodiscard]] bool is_utf8(std::string_view text);

// Code points after compatibility normalisation (Unicode NFKC). What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::u32string nfkc_code_points(std::string_view text);

} // namespace madoguchi::eligibility::text

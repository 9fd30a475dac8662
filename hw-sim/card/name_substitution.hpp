// 代替文字: characters outside JIS X 0208 are replaced in the 署名用電子証明書 and flagged, and
// variation selectors left out.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::sim {

struct SubstitutedText {
    std::string text;
    std::string flags; // one digit a character: 0 as it is, 1 substituted
};

// Knows the variants that the personas' names hold. The input is valid UTF-8.
[[nodiscard]] SubstitutedText substitute_for_certificate(std::string_view text);

} // namespace madoguchi::sim

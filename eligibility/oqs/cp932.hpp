// CP932 alone, for files that say nothing of their encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

// Nothing when the bytes are not CP932 throughout.
[[nodiscard]] std::optional<std::string> cp932_to_utf8(std::string_view bytes);

} // namespace madoguchi::eligibility::oqs

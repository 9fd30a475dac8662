// JSON from outside, read strictly: one value, no key twice in an object, limits on size and depth.
// Source: RFC 8259; what it leaves open is refused.
#pragma once

#include "hal/base/result.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string_view>

namespace madoguchi::eligibility::text {

struct JsonLimits {
    std::size_t bytes = std::size_t{1} << 20U;
    std::size_t depth = 32; // objects and arrays within each other
};

// An object. Errors: TooLarge, TooDeep, TagDuplicate (a key twice: which one is meant?),
// SyntaxInvalid (not JSON, not UTF-8, half a surrogate pair, or no object).
[[nodiscard]] Result<nlohmann::json> parse_json_object(std::string_view json,
                                                       JsonLimits limits = {});

} // namespace madoguchi::eligibility::text

// 性別 as systems write it.
#pragma once

#include "eligibility/model/codes.hpp"

#include <optional>
#include <string_view>

namespace madoguchi::eligibility::identity {

// 1, 男, 男性, M, male; 2, 女, 女性, F, female; 0, 3, 9, 不明, 未設定 and その他 are NotStated, as
// a record that withholds it proves nothing. Nothing: none of these.
[[nodiscard]] std::optional<Sex> parse_sex_text(std::string_view text);

} // namespace madoguchi::eligibility::identity

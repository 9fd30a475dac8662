// 保険者番号: six or eight digits of which the last is a check digit (modulus 10, weights 2 and 1
// from the right of the rest, digits of the products added).
#pragma once

#include <string_view>

namespace madoguchi::eligibility {

// False also for anything but six or eight digits.
[[nodiscard]] bool has_right_check_digit(std::string_view insurer_number) noexcept;

} // namespace madoguchi::eligibility

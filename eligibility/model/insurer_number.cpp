#include "eligibility/model/insurer_number.hpp"

#include <algorithm>

namespace madoguchi::eligibility {

bool has_right_check_digit(std::string_view insurer_number) noexcept {
    const bool all_digits = std::all_of(insurer_number.begin(), insurer_number.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
    if (!all_digits || (insurer_number.size() != 6 && insurer_number.size() != 8)) {
        return false;
    }
    int sum = 0;
    int weight = 2;
    for (std::size_t at = insurer_number.size() - 1; at-- > 0;) {
        const int product = (insurer_number[at] - '0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return (10 - sum % 10) % 10 == insurer_number.back() - '0';
}

} // namespace madoguchi::eligibility

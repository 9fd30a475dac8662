#include "eligibility/fallback/insurer_number.hpp"

#include <algorithm>

namespace madoguchi::eligibility {

namespace {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

// Weights 2, 1, 2 … from the right of the body; two-digit products count as the sum of their
// digits.
int check_digit(std::string_view body) {
    int sum = 0;
    int weight = 2;
    for (auto digit = body.rbegin(); digit != body.rend(); ++digit) {
        const int product = (*digit - '0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return (10 - sum % 10) % 10;
}

} // namespace

std::optional<InsurerNumberFault> judge_insurer_number(std::string_view number) noexcept {
    if (!std::ranges::all_of(number, is_digit)) {
        return InsurerNumberFault::NotDigits;
    }
    if (number.size() != 8 && number.size() != 6) {
        return InsurerNumberFault::WrongLength;
    }
    if (check_digit(number.substr(0, number.size() - 1)) != number.back() - '0') {
        return InsurerNumberFault::CheckDigit;
    }
    return std::nullopt;
}

} // namespace madoguchi::eligibility

// Saying in one line what a verdict must be.
#pragma once

#include "jpki/trust/trust_verdict.hpp"

#include <string>
#include <vector>

namespace madoguchi::jpki::test {

// Names of the checks that failed, in order.
[[nodiscard]] inline std::vector<std::string> failed_checks(const TrustVerdict& verdict) {
    std::vector<std::string> names;
    for (const Check check : all_checks()) {
        if (std::holds_alternative<Failed>(verdict.result(check))) {
            names.emplace_back(name_of(check));
        }
    }
    return names;
}

[[nodiscard]] inline bool is_not_checked(const TrustVerdict& verdict, Check check) {
    return std::holds_alternative<NotChecked>(verdict.result(check));
}

} // namespace madoguchi::jpki::test

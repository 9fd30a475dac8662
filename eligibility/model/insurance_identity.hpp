// The key of an insurance record. Text throughout: leading zeros carry meaning.
#pragma once

#include <string>

namespace madoguchi::eligibility {

// An empty member is absent. For 医療扶助 the first is 公費負担者番号 and the third 受給者番号.
struct InsuranceIdentity {
    std::string insurer_number; // 保険者番号, without filling
    std::string symbol;         // 被保険者証記号
    std::string number;         // 被保険者証番号
    std::string branch;         // 枝番, two digits; without it several family members can fit

    friend bool operator==(const InsuranceIdentity&, const InsuranceIdentity&) = default;
};

} // namespace madoguchi::eligibility

#include "eligibility/model/consent.hpp"

#include "hal/base/dated_rules.hpp"

namespace madoguchi::eligibility {

bool is_viewing(ConsentItem item) noexcept {
    return item != ConsentItem::HighCostLimit && item != ConsentItem::SpecificDisease;
}

std::string_view name_of(ConsentItem item) noexcept {
    switch (item) {
    case ConsentItem::HighCostLimit:
        return "high_cost";
    case ConsentItem::SpecificDisease:
        return "specific_disease";
    case ConsentItem::HealthCheckup:
        return "checkup";
    case ConsentItem::Medication:
        return "medication";
    case ConsentItem::Treatment:
        return "treatment";
    case ConsentItem::Surgery:
        return "surgery";
    }
    return "?";
}

Consent given(ConsentItem item, CivilTime at) {
    Consent consent{item, {"", ConsentAnswer::Given}, at, std::nullopt};
    if (is_viewing(item)) {
        const auto hours = rule_on(DatedRule::ConsentValidity, date_in_japan(at));
        consent.available_until = at + std::chrono::hours(hours.value_or(0));
    }
    return consent;
}

Consent refused(ConsentItem item) {
    return {item, {"", ConsentAnswer::Refused}, std::nullopt, std::nullopt};
}

} // namespace madoguchi::eligibility

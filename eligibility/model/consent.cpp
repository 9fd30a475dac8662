#include "eligibility/model/consent.hpp"

namespace madoguchi::eligibility {

namespace {

constexpr std::chrono::hours viewing_period{24};

// The two certificates are looked up once; only medical records stay open to viewing.
bool has_viewing_period(ConsentItem item) {
    return item != ConsentItem::HighCostLimit && item != ConsentItem::SpecificDisease;
}

} // namespace

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
    if (has_viewing_period(item)) {
        consent.available_until = at + viewing_period;
    }
    return consent;
}

Consent refused(ConsentItem item) {
    return {item, {"", ConsentAnswer::Refused}, std::nullopt, std::nullopt};
}

} // namespace madoguchi::eligibility

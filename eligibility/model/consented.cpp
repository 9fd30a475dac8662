#include "eligibility/model/consented.hpp"

#include <algorithm>

namespace madoguchi::eligibility {

bool is_open(const std::vector<Consent>& consents, ConsentItem item, CivilTime now) {
    return std::any_of(consents.begin(), consents.end(), [&](const Consent& consent) {
        const bool begun = !consent.given_at || *consent.given_at <= now;
        const bool ended = consent.available_until && *consent.available_until < now;
        return consent.item == item && consent.is_given() && begun && !ended;
    });
}

EligibilityAnswer keep_consented(EligibilityAnswer answer, const std::vector<Consent>& consents,
                                 CivilTime now) {
    for (PersonRecord& person : answer.persons) {
        if (!is_open(consents, ConsentItem::HighCostLimit, now)) {
            person.high_cost_limit.reset();
        }
        if (!is_open(consents, ConsentItem::SpecificDisease, now)) {
            person.specific_diseases.clear();
        }
        person.consents = consents;
    }
    return answer;
}

} // namespace madoguchi::eligibility

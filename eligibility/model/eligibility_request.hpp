// The neutral question: is this insurance record valid on this day?
#pragma once

#include "eligibility/model/consent.hpp"
#include "eligibility/model/insurance_identity.hpp"
#include "hal/base/clock.hpp"

#include <string>
#include <vector>

namespace madoguchi::eligibility {

struct EligibilityRequest {
    // Ours, new for each reception, 1 to 32 of A-Z a-z 0-9 and hyphen. It comes back with the
    // answer and binds the two; it must say nothing about the patient.
    std::string session_id;
    CivilDate date;            // 資格確認日
    std::string facility_code; // 医療機関コード, 10 digits
    InsuranceIdentity insurance;
    CivilDate birth_date;
    std::vector<Consent> consents; // an item without an entry was not offered
};

} // namespace madoguchi::eligibility

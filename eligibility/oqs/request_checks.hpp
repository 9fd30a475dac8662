// What every request must fulfil before it is written.
#pragma once

#include "eligibility/model/insurance_identity.hpp"
#include "hal/base/result.hpp"

#include <string_view>

namespace madoguchi::eligibility::oqs {

// Errors, both: ValueInvalid.
[[nodiscard]] Result<void> check_sender(std::string_view session_id,
                                        std::string_view facility_code);
[[nodiscard]] Result<void> check_insurance(const InsuranceIdentity& insurance);

// Not empty, and at most 50 characters. Errors: ValueInvalid.
[[nodiscard]] Result<void> check_reference_number(std::string_view number);

} // namespace madoguchi::eligibility::oqs

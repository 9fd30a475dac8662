// 資格確認要求 by insurance numbers as it stands in its file: what EligibilityRequest becomes on
// the way out, and what can be read of anybody's request.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility {

struct NumberQuestion {
    std::optional<CivilDate> confirmation_date;
    std::string facility_code;
    std::string session_id;
    std::optional<SearchEcho> search;
    std::vector<ExtraElement> header_extra;
    std::vector<ExtraElement> body_extra;

    friend bool operator==(const NumberQuestion&, const NumberQuestion&) = default;
};

} // namespace madoguchi::eligibility

// What stands at the head of everything that the service says.
#pragma once

#include "eligibility/model/coded.hpp"
#include "eligibility/model/codes.hpp"
#include "eligibility/model/extra_element.hpp"
#include "hal/base/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility {

struct AnswerHeader {
    std::optional<CivilTime> processed_at;
    std::optional<CivilDate> confirmation_date;
    std::string facility_code;
    std::string session_id; // 任意のファイル識別子, echoed
    Coded<ResultSegment> segment;
    std::string error_code;
    std::string error_message;
    std::string character_code;
    std::vector<ExtraElement> extra;

    friend bool operator==(const AnswerHeader&, const AnswerHeader&) = default;
};

} // namespace madoguchi::eligibility

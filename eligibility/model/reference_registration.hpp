// 照会番号登録: the facility's own number for a patient, which then comes back with later answers.
// It is lost or another one when the insurance changes.
#pragma once

#include "eligibility/model/answer_header.hpp"
#include "eligibility/model/insurance_identity.hpp"

#include <string>

namespace madoguchi::eligibility {

struct ReferenceEntry {
    std::string reference_number; // up to 50 characters
    InsuranceIdentity insurance;
    std::vector<ExtraElement> extra;

    friend bool operator==(const ReferenceEntry&, const ReferenceEntry&) = default;
};

struct ReferenceRegistration {
    std::string facility_code;
    std::string session_id; // as in EligibilityRequest
    ReferenceEntry entry;
    std::vector<ExtraElement> header_extra;
    std::vector<ExtraElement> body_extra;

    friend bool operator==(const ReferenceRegistration&, const ReferenceRegistration&) = default;
};

// Its answer. The service's layout is known by title only; what it shares with other answers is
// read, the rest is kept.
struct RegistrationAnswer {
    AnswerHeader header;
    Coded<ProcessingStatus> status;
    std::string result_code;
    std::string result_message;
    std::vector<ExtraElement> extra;

    [[nodiscard]] bool is_registered() const noexcept {
        return header.segment.means(ResultSegment::Normal) &&
               (status.is_absent() || status.means(ProcessingStatus::Normal));
    }

    friend bool operator==(const RegistrationAnswer&, const RegistrationAnswer&) = default;
};

} // namespace madoguchi::eligibility

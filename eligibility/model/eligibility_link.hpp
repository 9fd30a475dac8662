// Port: the way to the eligibility service. Dialects (oqs/, fhir/) implement it.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/model/eligibility_request.hpp"
#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"

#include <string_view>

namespace madoguchi::eligibility {

class EligibilityLink {
public:
    virtual ~EligibilityLink() = default;

    // "oqs", "fhir": which way it is, for records of what was asked.
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;

    // Asks once and waits until an answer to exactly this request is there. A service that is
    // still working when the deadline passes gives its pending answer. Asks again by itself only
    // where the service takes the repeated question for the same one.
    // Errors: LinkUnavailable, AnswerUnreadable, AnswerForeign (only another session's answer
    // came), AnswerLate (nothing came in time), ValueInvalid (the request cannot be expressed).
    [[nodiscard]] virtual Result<EligibilityAnswer> ask(const EligibilityRequest& request,
                                                        Deadline deadline) = 0;

    // Whether the way is open now, without asking anything. Errors: LinkUnavailable.
    [[nodiscard]] virtual Result<void> check() = 0;
};

} // namespace madoguchi::eligibility

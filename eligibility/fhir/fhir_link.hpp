// A bridge to the eligibility service that speaks FHIR R4 over HTTPS, asked by the operation
// CoverageEligibilityRequest/$submit. Neutral: the card route of the national service is not
// public.
#pragma once

#include "eligibility/fhir/https_client.hpp"
#include "eligibility/model/eligibility_link.hpp"
#include "hal/base/clock.hpp"

namespace madoguchi::eligibility::fhir {

// One question at a time: not for use by two threads.
class FhirLink final : public EligibilityLink {
public:
    // clock outlives the link.
    FhirLink(HttpsEndpoint endpoint, const Clock& clock)
        : endpoint_(std::move(endpoint)), clock_(clock) {}

    // Asks again where a failure may pass by itself and while the service works on the question,
    // always with the same Idempotency-Key, so that it has one effect at most. Beside the port's
    // errors: ConfigInvalid (certificate files).
    [[nodiscard]] Result<EligibilityAnswer> ask(const EligibilityRequest& request,
                                                Deadline deadline) override;

    // Reads the service's CapabilityStatement.
    [[nodiscard]] Result<void> check() override;

private:
    HttpsEndpoint endpoint_;
    const Clock& clock_;
};

} // namespace madoguchi::eligibility::fhir

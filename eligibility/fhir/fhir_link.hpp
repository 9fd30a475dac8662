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

    [[nodiscard]] std::string_view name() const noexcept override { return "fhir"; }

    // Asks again where a failure may pass by itself and while the service works on the question,
    // always with the same Idempotency-Key, so that it has one effect at most. Beside the port's
    // errors: ConfigInvalid (certificate files), LinkRefused. Where the service's clock is more
    // than five minutes from ours, the answer says so as a finding and the log does; neither clock
    // is believed more.
    [[nodiscard]] Result<EligibilityAnswer> ask(const EligibilityRequest& request,
                                                Deadline deadline) override;

    // Reads the service's CapabilityStatement.
    [[nodiscard]] Result<void> check() override;

private:
    void compare_clocks(const HttpsResponse& response);

    HttpsEndpoint endpoint_;
    const Clock& clock_;
    bool clocks_differ_ = false; // as far as the last response tells
};

} // namespace madoguchi::eligibility::fhir

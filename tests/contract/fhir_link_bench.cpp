#include "eligibility/fhir/fhir_link.hpp"
#include "hw-sim/eligibility/fhir_service.hpp"
#include "tests/contract/eligibility_link_bench.hpp"
#include "tests/support/service_certificates.hpp"

namespace madoguchi::test {

namespace {

class FhirLinkBench final : public EligibilityLinkBench {
public:
    FhirLinkBench(const sim::ServiceScenario& scenario, const sim::InsuredRegister& people)
        : service_(sim::FhirService::start({.tls = service_certificates(), .scenario = &scenario},
                                           people, clock_)
                       .value()),
          link_(endpoint_of(service_.address()), clock_) {}

    eligibility::EligibilityLink& link() override { return link_; }

private:
    static eligibility::fhir::HttpsEndpoint endpoint_of(const std::string& address) {
        auto endpoint = eligibility::fhir::parse_https_address(address).value();
        endpoint.trusted_certificates = service_certificates().authority;
        endpoint.certificate = service_certificates().client_certificate;
        endpoint.key = service_certificates().client_key;
        return endpoint;
    }

    SystemClock clock_;
    sim::FhirService service_;
    eligibility::fhir::FhirLink link_;
};

} // namespace

EligibilityLinkKind fhir_link_kind() {
    return {"FHIR over HTTPS",
            [](const sim::ServiceScenario& scenario, const sim::InsuredRegister& people) {
                return std::make_unique<FhirLinkBench>(scenario, people);
            }};
}

} // namespace madoguchi::test

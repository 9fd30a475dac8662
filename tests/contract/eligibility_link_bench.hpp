// What the contract of eligibility/model/eligibility_link.hpp needs: a link, and the simulated
// service behind it.
#pragma once

#include "eligibility/model/eligibility_link.hpp"
#include "hw-sim/eligibility/insured_register.hpp"
#include "hw-sim/eligibility/service_scenario.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::test {

class EligibilityLinkBench {
public:
    virtual ~EligibilityLinkBench() = default;
    [[nodiscard]] virtual eligibility::EligibilityLink& link() = 0;
};

struct EligibilityLinkKind {
    std::string name;
    // A service that plays this scenario for these people, and the way to it.
    std::function<std::unique_ptr<EligibilityLinkBench>(const sim::ServiceScenario& scenario,
                                                        const sim::InsuredRegister& people)>
        make;
};

[[nodiscard]] EligibilityLinkKind folder_link_kind();
[[nodiscard]] EligibilityLinkKind shift_jis_folder_link_kind();
[[nodiscard]] EligibilityLinkKind fhir_link_kind();

} // namespace madoguchi::test

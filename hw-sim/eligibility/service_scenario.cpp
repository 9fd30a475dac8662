#include "hw-sim/eligibility/service_scenario.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::sim {

namespace {

constexpr auto scenarios = std::to_array<ServiceScenario>({
    {"eligible", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::Proper, "", ""},
    {"eligible-with-note", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::Proper, "SIM-N-001",
     "（模擬）証明書の期限が近い"},
    {"with-medical-aid", "1", "1", "1", RecordChoice::TheOneAskedAndAid, Delivery::Proper, "", ""},
    {"invalid", "1", "1", "2", RecordChoice::TheOneAskedLapsed, Delivery::Proper, "", ""},
    {"invalid-newer-exists", "1", "1", "3", RecordChoice::TheOneAskedLapsed, Delivery::Proper, "",
     ""},
    {"none", "1", "1", "4", RecordChoice::Nobody, Delivery::Proper, "", ""},
    {"ambiguous", "1", "1", "5", RecordChoice::Nobody, Delivery::Proper, "", ""},
    {"aid-unregistered", "1", "1", "6", RecordChoice::AidOnly, Delivery::Proper, "", ""},
    {"pending", "2", "", "", RecordChoice::Nobody, Delivery::Proper, "", ""},
    {"failed", "9", "", "", RecordChoice::Nobody, Delivery::Proper, "SIM-E-001",
     "（模擬）異常終了"},
    {"garbage", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::Garbage, "", ""},
    {"wrong-encoding", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::WrongEncoding, "", ""},
    {"encrypted", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::Encrypted, "", ""},
    {"late", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::Late, "", ""},
    {"foreign", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::Foreign, "", ""},
    {"mislinked", "1", "1", "1", RecordChoice::SomebodyElse, Delivery::Proper, "", ""},
    {"silent", "1", "1", "1", RecordChoice::TheOneAsked, Delivery::Silent, "", ""},
});

} // namespace

std::span<const ServiceScenario> all_scenarios() noexcept {
    return scenarios;
}

const ServiceScenario* find_scenario(std::string_view name) noexcept {
    const auto found =
        std::find_if(scenarios.begin(), scenarios.end(),
                     [&](const ServiceScenario& scenario) { return scenario.name == name; });
    return found == scenarios.end() ? nullptr : &*found;
}

} // namespace madoguchi::sim

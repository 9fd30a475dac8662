#include "hw-sim/eligibility/service_scenario.hpp"

#include "hw-sim/eligibility/record_change.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::sim {

namespace {

constexpr auto one = RecordChoice::TheOneAsked;
constexpr auto proper = Delivery::Proper;

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
    {"in-grace", "1", "1", "1", one, proper, "SIM-N-002", "（模擬）証明書の有効期限が切れている",
     nullptr},
    {"black-circle-name", "1", "1", "1", one, proper, "", "", &black_circle_name},
    {"variant-kanji", "1", "1", "1", one, proper, "", "", &variant_kanji},
    {"other-notation", "1", "1", "1", one, proper, "", "", &other_notation},
    {"no-kanji-name", "1", "1", "1", one, proper, "", "", &no_kanji_name},
    {"no-sex", "1", "1", "1", one, proper, "", "", &no_sex},
    {"sex-on-the-back", "1", "1", "1", one, proper, "", "", &sex_on_the_back},
    {"mislinked-same-name", "1", "1", "1", one, proper, "", "", &other_birth_date},
    {"mislinked-family", "1", "1", "1", one, proper, "", "", &family_swapped},
    {"mislinked-twin", "1", "1", "1", one, proper, "", "", &twin},
    {"foreign-reference-number", "1", "1", "1", one, proper, "", "", &foreign_reference},
    {"other-share", "1", "1", "1", one, proper, "", "", &other_share},
    {"mixed-consents", "1", "1", "1", one, proper, "", "", &mixed_consents},
    {"elderly-and-disease", "1", "1", "1", one, proper, "", "", &elderly_and_disease},
    {"electronic-prescription", "1", "1", "1", one, proper, "", "", nullptr, "1"},
    {"paper-prescription", "1", "1", "1", one, proper, "", "", nullptr, "2"},
    // The card is known, and what is asked for is not to be had.
    {"not-registered", "1", "2", "", RecordChoice::Nobody, proper, "SIM-E-003",
     "（模擬）健康保険証利用登録がない"},
    {"viewing-stopped", "1", "2", "", RecordChoice::Nobody, proper, "SIM-E-004",
     "（模擬）照会できない"},
    // To others, who is protected looks like who is not there.
    {"blocked", "1", "1", "4", RecordChoice::Nobody, proper, "", ""},
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

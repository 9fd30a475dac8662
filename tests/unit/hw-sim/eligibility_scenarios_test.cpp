#include "hw-sim/card/kinds/card_kind.hpp"
#include "hw-sim/eligibility/registration_lag.hpp"
#include "hw-sim/eligibility/scenario_catalogue.hpp"
#include "hw-sim/eligibility/service_scenario.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace madoguchi;
using namespace madoguchi::sim;

TEST_CASE("all 52 situations can be brought about: persona, kind of card and service exist") {
    int number = 0;
    for (const CataloguedScenario& row : scenario_catalogue()) {
        INFO(row.number << " " << row.title);
        CHECK(row.number == ++number);
        CHECK(find_card_kind(row.card_kind));
        CHECK(find_scenario(row.service) != nullptr);
        CHECK(std::filesystem::exists(std::filesystem::path(MADOGUCHI_PERSONAS) / row.persona /
                                      "persona.toml"));
    }
    CHECK(number == 52);
}

TEST_CASE("every behaviour of the service serves a situation, or is named beside one") {
    for (const ServiceScenario& scenario : all_scenarios()) {
        INFO(scenario.name);
        bool used = false;
        for (const CataloguedScenario& row : scenario_catalogue()) {
            used = used || row.service == scenario.name ||
                   row.besides.find(scenario.name) != std::string_view::npos;
        }
        // What a question for two people at once or a working service answers, on any day.
        const bool is_general = scenario.name == "pending" || scenario.name == "mislinked" ||
                                scenario.name == "elderly-and-disease";
        CHECK(used != is_general);
    }
}

TEST_CASE("after a change of insurer the old number lives on, then is lost, then has a successor") {
    struct Case {
        const char* insurer;
        int days;
        const char* by_old;
        const char* by_new;
    };
    const std::vector<Case> cases{
        {"kyokai", 1, "eligible", "none"},
        {"kyokai", 18, "eligible", "none"},
        {"kyokai", 19, "invalid", "none"},
        {"kyokai", 28, "invalid", "none"},
        {"kyokai", 29, "invalid-newer-exists", "eligible"},
        {"kyokai", 40, "invalid-newer-exists", "eligible"},
        {"union", 6, "eligible", "none"},
        {"union", 7, "invalid", "none"},
        {"union", 8, "invalid-newer-exists", "eligible"},
    };
    for (const Case& c : cases) {
        INFO(c.insurer << " " << c.days);
        const RegistrationLag* lag = find_registration_lag(c.insurer);
        REQUIRE(lag != nullptr);
        CHECK(answer_by_old_number(*lag, c.days).name == c.by_old);
        CHECK(answer_by_new_number(*lag, c.days).name == c.by_new);
    }
    CHECK(find_registration_lag("nobody") == nullptr);
}

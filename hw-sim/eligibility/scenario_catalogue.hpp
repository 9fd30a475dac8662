// The situations that a reception must stand, and how a bench brings each about: persona, kind of
// card, behaviour of the service and, where these do not suffice, what else to do. Source:
// requirements reference, section I.
#pragma once

#include <span>
#include <string_view>

namespace madoguchi::sim {

struct CataloguedScenario {
    int number; // of the reference
    std::string_view title;
    std::string_view persona; // of hw-sim/personas; another one serves as well
    std::string_view card_kind;
    std::string_view service; // name of a ServiceScenario
    std::string_view besides; // empty: nothing
};

// All 52, in order.
[[nodiscard]] std::span<const CataloguedScenario> scenario_catalogue() noexcept;

} // namespace madoguchi::sim

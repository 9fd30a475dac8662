// Invented families, what a clinic and an insurer hold of them, and mis-links planted among them.
#pragma once

#include "eligibility/identity/mislink_signals.hpp"

#include <cstdint>
#include <vector>

namespace madoguchi::test {

// What is wrong with an encounter. The kinds are those of the reference, section E (E2).
enum class Planted : std::uint8_t {
    Nothing,
    FamilySwap,
    Twin,
    NamesakeOtherBirth,
    NamesakeSameBirth, // told apart by nothing but the home
    Stranger,          // a number miswritten
    OthersChart,
    OthersReference,
};
inline constexpr std::size_t planted_count = 8;

struct Visit {
    eligibility::identity::Encounter encounter;
    Planted planted = Planted::Nothing;
};

// All visits of one family, in order. The same number and seed give the same family. About one
// person of a hundred is tied wrongly; records differ in notation, ● stands for 4 % of the names,
// 4 % of the homes are those before a move, 2 % of the cards are
// renewed between two visits, one in twenty of these after a move.
[[nodiscard]] std::vector<Visit> visits_of_family(std::uint64_t number, std::uint64_t seed);

// How the planted mis-links and the ordinary visits fare.
struct TrialCounts {
    std::uint64_t visits = 0;
    std::uint64_t false_alarms = 0; // on visits where nothing is wrong
    std::array<std::uint64_t, planted_count> planted{};
    std::array<std::uint64_t, planted_count> caught{};

    [[nodiscard]] std::uint64_t all_planted() const;
    [[nodiscard]] std::uint64_t all_caught() const;
};

// An alarm is the verdict "stop" for the answer or the chart, or any sign of a mis-link.
[[nodiscard]] TrialCounts try_families(std::uint64_t families, std::uint64_t seed);

} // namespace madoguchi::test

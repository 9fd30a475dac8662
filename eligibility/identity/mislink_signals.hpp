// Signs that a record is tied to the wrong person, each with what it means. Source: requirements
// notes, section E (E2).
#pragma once

#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/model/insurance_identity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility::identity {

enum class MislinkSignal : std::uint8_t {
    FamilySwap,             // another member of the family: same home and family name, other birth
    Twin,                   // same birth, home and family name, other given name
    SameNameOtherBirthDate, // a namesake
    OneRecordTwoCards,      // one insurance record answers for two people's cards
    OneChartTwoCards,       // one chart was used for two people's cards
    ReferenceElsewhere,     // 照会番号 of the answer is another chart's
    InsurerAndNameChanged,  // since the last visit, and the name is not the card's
};

inline constexpr std::size_t mislink_signal_count = 7;

// "family-swap" …
[[nodiscard]] std::string_view name_of(MislinkSignal signal) noexcept;
// One sentence for staff: what was seen and what to do.
[[nodiscard]] std::string_view explanation_of(MislinkSignal signal) noexcept;

// What one visit brings together.
struct Encounter {
    BasicItems card;
    // What identifies the card's certificate, as the TieMemory in use marks it; a renewed card has
    // another. 0: not read.
    std::uint64_t card_key = 0;
    BasicItems answer;
    InsuranceIdentity insurance;
    std::string reference_number; // 照会番号 of the answer; empty: none
    std::string chart;            // number of the chart that staff or index chose; empty: none
    std::optional<BasicItems> chart_items;
};

// The signs in this encounter alone; what earlier visits say is visit_ties.hpp.
[[nodiscard]] std::vector<MislinkSignal>
signals_of(const Encounter& encounter,
           const ComparisonTables& tables = ComparisonTables::built_in());

} // namespace madoguchi::eligibility::identity

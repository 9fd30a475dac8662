// Signs that a record is tied to the wrong person, each with what it means. Source: requirements
// notes, section E (E2).
#pragma once

#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/model/insurance_identity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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

// What the last answer for this chart said.
struct EarlierAnswer {
    std::string insurer_number;
    std::string name;
};

// What one visit brings together.
struct Encounter {
    BasicItems card;
    // Hash of what identifies the card's certificate; a renewed card has another.
    std::uint64_t card_key = 0;
    BasicItems answer;
    InsuranceIdentity insurance;
    std::string reference_number; // 照会番号 of the answer; empty: none
    std::string chart;            // number of the chart that staff or index chose; empty: none
    std::optional<BasicItems> chart_items;
    std::optional<EarlierAnswer> earlier;
};

// The signs in this encounter alone.
[[nodiscard]] std::vector<MislinkSignal>
signals_of(const Encounter& encounter,
           const ComparisonTables& tables = ComparisonTables::built_in());

// Which card each insurance record and each chart was used with. Holds hashes, no personal data.
// A renewed card of the same person (same name, birth date and home) replaces the one before.
class CardLinks {
public:
    // limit: entries kept of either kind; beyond it new ones are not remembered.
    explicit CardLinks(std::size_t limit = 200'000) : limit_(limit) {}

    // Remembers the encounter and gives the signs that it makes together with earlier ones.
    [[nodiscard]] std::vector<MislinkSignal>
    note(const Encounter& encounter, const ComparisonTables& tables = ComparisonTables::built_in());

private:
    struct Holder {
        std::uint64_t card_key = 0;
        std::uint64_t person = 0; // hash of name, birth date and address, folded
    };
    using Links = std::unordered_map<std::uint64_t, Holder>;

    [[nodiscard]] bool is_held_by_other(Links& links, std::uint64_t key,
                                        const Holder& holder) const;

    std::size_t limit_;
    Links by_record_;
    Links by_chart_;
};

} // namespace madoguchi::eligibility::identity

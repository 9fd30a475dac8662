#include "eligibility/identity/mislink_signals.hpp"

#include "eligibility/identity/notation.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::identity {

namespace {

struct Words {
    std::string_view name;
    std::string_view explanation;
};
constexpr std::array<Words, mislink_signal_count> words{
    Words{"family-swap", "The record seems to be of another member of the family: use nothing of "
                         "it, and tell the insurer that numbers may be exchanged."},
    Words{"twin", "Birth date and home agree but the given name does not: it may be the twin's "
                  "record. Ask the patient for the name and check each sibling's card."},
    Words{"same-name-other-birth-date", "A person of the same name with another birth date: use "
                                        "nothing of the record, and tell the insurer."},
    Words{"one-record-two-cards", "This insurance record has answered for another person's card "
                                  "before: one of the two is tied wrongly. Tell the insurer."},
    Words{"one-chart-two-cards", "This chart was used with another person's card before: check "
                                 "whose chart it is before anything is written into it."},
    Words{"reference-elsewhere", "照会番号 of the answer belongs to another chart: compare both "
                                 "charts with the card and register the number anew."},
    Words{"insurer-and-name-changed", "Insurer and name both changed since the last visit and the "
                                      "name is not the card's: ask the patient."},
};

bool agrees(const IdentityComparison& comparison, Item item) {
    return is_equal(comparison.of(item).agreement);
}

bool differs(const IdentityComparison& comparison, Item item) {
    return comparison.of(item).agreement == Agreement::Different;
}

// What stands before the first space; a name without one gives its first character alone.
std::u32string family_name(std::string_view name, const ComparisonTables& tables) {
    const std::size_t wide = name.find("　");
    const std::size_t end = std::min(wide, name.find(' '));
    const std::u32string folded = fold_name(name.substr(0, end), tables);
    return end == std::string_view::npos ? folded.substr(0, 1) : folded;
}

bool of_one_family(const BasicItems& left, const BasicItems& right,
                   const ComparisonTables& tables) {
    const std::u32string one = family_name(left.name, tables);
    const std::u32string other = family_name(right.name, tables);
    const bool same_name =
        !one.empty() && !other.empty() &&
        (one.starts_with(other) || other.starts_with(one) || fits_with_placeholders(one, other));
    return same_name;
}

std::vector<MislinkSignal> signals_between(const BasicItems& card, const BasicItems& record,
                                           const ComparisonTables& tables) {
    const IdentityComparison comparison = compare(card, record, tables);
    const bool same_home =
        !differs(comparison, Item::Address) && comparison.of(Item::Address).rule != Rule::Absent;
    const bool one_family = same_home && of_one_family(card, record, tables);
    std::vector<MislinkSignal> signals;
    if (differs(comparison, Item::BirthDate)) {
        if (agrees(comparison, Item::Name)) {
            signals.push_back(MislinkSignal::SameNameOtherBirthDate);
        } else if (one_family) {
            signals.push_back(MislinkSignal::FamilySwap);
        }
    }
    if (agrees(comparison, Item::BirthDate) && differs(comparison, Item::Name) && one_family) {
        signals.push_back(MislinkSignal::Twin);
    }
    return signals;
}

} // namespace

std::string_view name_of(MislinkSignal signal) noexcept {
    return words[static_cast<std::size_t>(signal)].name;
}

std::string_view explanation_of(MislinkSignal signal) noexcept {
    return words[static_cast<std::size_t>(signal)].explanation;
}

std::vector<MislinkSignal> signals_of(const Encounter& encounter, const ComparisonTables& tables) {
    std::vector<MislinkSignal> signals = signals_between(encounter.card, encounter.answer, tables);
    if (encounter.chart_items) {
        for (const MislinkSignal signal :
             signals_between(encounter.card, *encounter.chart_items, tables)) {
            if (std::find(signals.begin(), signals.end(), signal) == signals.end()) {
                signals.push_back(signal);
            }
        }
    }
    if (!encounter.reference_number.empty() && !encounter.chart.empty() &&
        encounter.reference_number != encounter.chart) {
        signals.push_back(MislinkSignal::ReferenceElsewhere);
    }
    return signals;
}

} // namespace madoguchi::eligibility::identity

#include "eligibility/identity/visit_ties.hpp"

#include "eligibility/identity/name_comparison.hpp"
#include "eligibility/identity/notation.hpp"
#include "eligibility/identity/record_text.hpp"

#include <array>

namespace madoguchi::eligibility::identity {

namespace {

// Several texts as one, so that "ab", "c" is not "a", "bc"; `what` keeps a chart's number from
// being an insurer's.
class MarkedText {
public:
    explicit MarkedText(std::string_view what) { add(what); }

    MarkedText& add(std::string_view text) {
        bytes_.append(std::to_string(text.size())).append(":").append(text);
        return *this;
    }
    MarkedText& add(std::u32string_view text) {
        return add(std::string_view(reinterpret_cast<const char*>(text.data()),
                                    text.size() * sizeof(char32_t)));
    }
    [[nodiscard]] Mark in(const TieMemory& memory) const { return memory.mark_of(bytes_); }

private:
    std::string bytes_;
};

std::string text_of(CivilDate date) {
    return std::to_string(static_cast<int>(date.year())) + "-" +
           std::to_string(static_cast<unsigned>(date.month())) + "-" +
           std::to_string(static_cast<unsigned>(date.day()));
}

Mark person_mark(const BasicItems& card, const TieMemory& memory, const ComparisonTables& tables) {
    return MarkedText("person")
        .add(fold_name(card.name, tables))
        .add(text_of(card.birth_date.value_or(CivilDate{})))
        .add(fold_address_numbers(
            fold_place_words(fold_kanji_form(fold_width_and_space(card.address)))))
        .in(memory);
}

std::vector<Tie> ties_of(const Encounter& encounter, const TieMemory& memory,
                         const ComparisonTables& tables) {
    std::vector<Tie> ties;
    const InsuranceIdentity& record = encounter.insurance;
    const Mark person = person_mark(encounter.card, memory, tables);
    const Mark chart = MarkedText("chart").add(encounter.chart).in(memory);
    // Without a branch number the record may be the whole family's.
    if (encounter.card_key != 0 && !record.number.empty() && !record.branch.empty()) {
        ties.push_back({TieKind::RecordToCard,
                        MarkedText("record").add(record_text(record)).in(memory),
                        encounter.card_key, person});
    }
    if (encounter.card_key != 0 && !encounter.chart.empty()) {
        ties.push_back({TieKind::ChartToCard, chart, encounter.card_key, person});
    }
    if (!encounter.chart.empty()) {
        ties.push_back(
            {TieKind::ChartToAnswer, chart,
             MarkedText("insurer").add(record.insurer_number).in(memory),
             MarkedText("name").add(fold_name(encounter.answer.name, tables)).in(memory)});
    }
    return ties;
}

// Either the card itself, perhaps after a move, or a renewed one of the same person.
bool is_same_holder(const Tie& earlier, const Tie& now) {
    return earlier.first == now.first || earlier.second == now.second;
}

bool has_cards_name(const Encounter& encounter, const ComparisonTables& tables) {
    return compare_names({encounter.answer.name, encounter.answer.other_name},
                         {encounter.card.name, {}}, tables)
               .agreement != Agreement::Different;
}

std::optional<MislinkSignal> signal_between(const Tie& earlier, const Tie& now,
                                            const Encounter& encounter,
                                            const ComparisonTables& tables) {
    switch (now.kind) {
    case TieKind::RecordToCard:
        return is_same_holder(earlier, now) ? std::nullopt
                                            : std::optional(MislinkSignal::OneRecordTwoCards);
    case TieKind::ChartToCard:
        return is_same_holder(earlier, now) ? std::nullopt
                                            : std::optional(MislinkSignal::OneChartTwoCards);
    case TieKind::ChartToAnswer:
        break;
    }
    const bool both_changed = earlier.first != now.first && earlier.second != now.second;
    return both_changed && !has_cards_name(encounter, tables)
               ? std::optional(MislinkSignal::InsurerAndNameChanged)
               : std::nullopt;
}

} // namespace

Mark card_mark(std::string_view serial_number, const TieMemory& memory) {
    return serial_number.empty() ? 0 : MarkedText("card").add(serial_number).in(memory);
}

std::vector<MislinkSignal> note_visit(const Encounter& encounter, TieMemory& memory,
                                      const ComparisonTables& tables) {
    const std::vector<Tie> ties = ties_of(encounter, memory, tables);
    std::vector<MislinkSignal> signals;
    for (const Tie& now : ties) {
        const auto earlier = memory.find(now.kind, now.of);
        const auto signal =
            earlier ? signal_between(*earlier, now, encounter, tables) : std::nullopt;
        if (signal) {
            signals.push_back(*signal);
        }
    }
    if (signals.empty()) {
        memory.keep(ties);
    }
    return signals;
}

} // namespace madoguchi::eligibility::identity

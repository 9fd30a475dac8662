#include "terminal_app/service/answer_review.hpp"

#include "eligibility/fallback/insurer_number.hpp"
#include "eligibility/fallback/proper_share.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::terminal {

namespace {

using namespace eligibility;
using eligibility::identity::IdentityComparison;

constexpr int years_to_elderly = 70;

bool is_elderly(const std::optional<CivilDate>& born, CivilDate day) {
    return born && born->ok() && *born + std::chrono::years(years_to_elderly) <= day;
}

// From 70 on the share depends on income, and 後期高齢者 may be younger: any share can be.
bool is_share_unusual(const PersonRecord& person, CivilDate day) {
    const auto share = parse_share(person.copay_percent);
    if (!share || is_late_elderly(person.insurance.insurer_number) ||
        is_elderly(person.birth_date, day)) {
        return false;
    }
    return *share != proper_share({}, person.birth_date, day).share.percent;
}

std::string evidence_of(const IdentityComparison& comparison,
                        const std::vector<identity::MislinkSignal>& signals) {
    std::string text;
    for (const auto& item : comparison.items()) {
        text.append(text.empty() ? "" : ",").append(name_of(item.item));
        text.append("=").append(name_of(item.agreement));
    }
    for (const auto signal : signals) {
        text.append(",").append(name_of(signal));
    }
    return text;
}

PersonRecord* principal_record_of(EligibilityAnswer& answer) {
    const PersonRecord* principal = principal_record(answer);
    return principal == nullptr
               ? nullptr
               : &answer.persons[static_cast<std::size_t>(principal - answer.persons.data())];
}

void compare(const ReviewedVisit& visit, const PersonRecord& record, AnswerReview& review,
             identity::TieMemory& memory) {
    const BasicItems items = basic_items(record);
    const IdentityComparison comparison = identity::compare(visit.card, items);
    const identity::Encounter encounter{visit.card,
                                        visit.card_key,
                                        items,
                                        record.insurance.number.empty() ? visit.insurance
                                                                        : record.insurance,
                                        record.reference_number,
                                        visit.chart,
                                        std::nullopt};
    review.verdict = comparison.verdict();
    review.signals = identity::signals_of(encounter);
    if (!review.is_quarantined()) {
        review.signals = identity::note_visit(encounter, memory);
    }
    review.evidence = evidence_of(comparison, review.signals);
}

} // namespace

std::string_view name_of(StaffNotice notice) noexcept {
    constexpr std::array<std::string_view, 3> names{"name-from-chip", "share-unusual",
                                                    "characters-replaced"};
    return names[static_cast<std::size_t>(notice)];
}

AnswerReview review_answer(const ReviewedVisit& visit, EligibilityAnswer answer,
                           identity::TieMemory& memory) {
    AnswerReview review{.outcome = decide_outcome(answer, visit.day), .answer = std::move(answer)};
    PersonRecord* record = principal_record_of(review.answer);
    if (record == nullptr) {
        return review;
    }
    compare(visit, *record, review, memory);
    auto shown = identity::name_to_show(record->name, visit.card.name);
    if (shown.source == identity::NameSource::Chip) {
        record->name = std::move(shown.name);
        record->extra.push_back({"NameSource", std::string(name_of(shown.source)), {}});
        review.notices.push_back(StaffNotice::NameFromChip);
    }
    if (is_share_unusual(*record, visit.day)) {
        review.notices.push_back(StaffNotice::ShareUnusual);
    }
    return review;
}

} // namespace madoguchi::terminal

#include "eligibility/model/outcome.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace madoguchi::eligibility {

namespace {

using Decision = std::optional<OutcomeKind>; // nothing: the next rule is asked

struct DecisionRule {
    StaticText name;
    Decision (*decide)(const EligibilityAnswer& answer, CivilDate day);
};

Decision by_segment(const EligibilityAnswer& answer, CivilDate /*day*/) {
    if (answer.segment.means(ResultSegment::Pending)) {
        return OutcomeKind::Pending;
    }
    // Sources disagree on the code of abnormal ends: whatever is not normal is a failure.
    return answer.segment.means(ResultSegment::Normal) ? Decision{} : OutcomeKind::Failed;
}

Decision by_status(const EligibilityAnswer& answer, CivilDate /*day*/) {
    return answer.status.means(ProcessingStatus::Normal) ? Decision{} : OutcomeKind::Failed;
}

Decision by_validity(const EligibilityAnswer& answer, CivilDate /*day*/) {
    if (!answer.validity.meaning) {
        return OutcomeKind::Unreadable;
    }
    switch (*answer.validity.meaning) {
    case QualificationValidity::Valid:
        return std::nullopt;
    case QualificationValidity::Invalid:
        return OutcomeKind::Invalid;
    case QualificationValidity::InvalidNewerExists:
        return OutcomeKind::InvalidNewerExists;
    case QualificationValidity::None:
        return OutcomeKind::None;
    case QualificationValidity::Ambiguous:
        return OutcomeKind::Ambiguous;
    case QualificationValidity::AidUnregistered:
        return OutcomeKind::AidUnregistered;
    }
    return OutcomeKind::Unreadable;
}

Decision by_persons(const EligibilityAnswer& answer, CivilDate /*day*/) {
    if (answer.persons.empty()) {
        return OutcomeKind::Unreadable; // "valid", and nobody is: the answer contradicts itself
    }
    return principal_record(answer) == nullptr ? Decision{OutcomeKind::Ambiguous} : Decision{};
}

Decision by_dates(const EligibilityAnswer& answer, CivilDate day) {
    return is_in_force(*principal_record(answer), day) ? Decision{} : OutcomeKind::Invalid;
}

Decision by_note(const EligibilityAnswer& answer, CivilDate /*day*/) {
    const bool has_note = !answer.result_code.empty() || !answer.result_message.empty();
    return has_note ? Decision{OutcomeKind::EligibleWithNote} : Decision{};
}

constexpr std::array rules{
    DecisionRule{"processing segment", by_segment},
    DecisionRule{"processing status", by_status},
    DecisionRule{"validity", by_validity},
    DecisionRule{"number of persons", by_persons},
    DecisionRule{"dates", by_dates},
    DecisionRule{"side note", by_note},
};

Outcome outcome_of(OutcomeKind kind, StaticText decided_by, const EligibilityAnswer& answer) {
    // A question that failed as a whole carries its own code and message.
    const bool header_speaks = answer.result_code.empty() && answer.result_message.empty();
    return {kind, decided_by, header_speaks ? answer.error_code : answer.result_code,
            header_speaks ? answer.error_message : answer.result_message};
}

} // namespace

const PersonRecord* principal_record(const EligibilityAnswer& answer) noexcept {
    const auto is_aid = [](const PersonRecord& person) { return person.is_medical_aid(); };
    const auto& persons = answer.persons;
    const auto aids = std::count_if(persons.begin(), persons.end(), is_aid);
    const auto insurances = static_cast<std::ptrdiff_t>(persons.size()) - aids;
    if (insurances > 1 || aids > 1 || persons.empty()) {
        return nullptr;
    }
    const auto found = insurances == 1 ? std::find_if_not(persons.begin(), persons.end(), is_aid)
                                       : persons.begin();
    return &*found;
}

Outcome decide_outcome(const EligibilityAnswer& answer, CivilDate day) {
    for (const DecisionRule& rule : rules) {
        if (const Decision decision = rule.decide(answer, day)) {
            return outcome_of(*decision, rule.name, answer);
        }
    }
    return outcome_of(OutcomeKind::Eligible, "no objection", answer);
}

} // namespace madoguchi::eligibility

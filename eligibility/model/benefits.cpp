#include "eligibility/model/benefits.hpp"

#include <algorithm>
#include <optional>

namespace madoguchi::eligibility {

namespace {

// A missing end is open.
template <typename Stated>
bool contains(const Stated& stated, CivilDate day) {
    return (!stated.valid_from || *stated.valid_from <= day) &&
           (!stated.valid_to || day <= *stated.valid_to);
}

BenefitState in_or_out(bool in_force) {
    return in_force ? BenefitState::InForce : BenefitState::OutOfPeriod;
}

// Where nothing is stated, whether the patient's own answer is the reason.
BenefitState unstated(const PersonRecord& person, std::optional<ConsentItem> item) {
    const bool refused =
        std::any_of(person.consents.begin(), person.consents.end(), [&](const Consent& consent) {
            return consent.item == item && consent.answer.means(ConsentAnswer::Refused);
        });
    return refused ? BenefitState::NotConsented : BenefitState::Unknown;
}

template <typename List>
BenefitState state_of_list(const List& stated, CivilDate day, BenefitState otherwise) {
    if (stated.empty()) {
        return otherwise;
    }
    return in_or_out(std::any_of(stated.begin(), stated.end(),
                                 [&](const auto& one) { return contains(one, day); }));
}

} // namespace

std::string_view name_of(Benefit benefit) noexcept {
    constexpr std::array<std::string_view, 5> names{
        "high_cost_limit", "specific_disease", "elderly_recipient", "medical_aid", "local_subsidy"};
    return names[static_cast<std::size_t>(benefit)];
}

std::string_view name_of(BenefitState state) noexcept {
    constexpr std::array<std::string_view, 4> names{"in-force", "out-of-period", "not-consented",
                                                    "unknown"};
    return names[static_cast<std::size_t>(state)];
}

BenefitState state_of(Benefit benefit, const PersonRecord& person, CivilDate day) {
    switch (benefit) {
    case Benefit::HighCostLimit:
        return person.high_cost_limit ? in_or_out(contains(*person.high_cost_limit, day))
                                      : unstated(person, ConsentItem::HighCostLimit);
    case Benefit::SpecificDisease:
        return state_of_list(person.specific_diseases, day,
                             unstated(person, ConsentItem::SpecificDisease));
    case Benefit::ElderlyRecipient:
        return person.elderly ? in_or_out(contains(*person.elderly, day)) : BenefitState::Unknown;
    case Benefit::MedicalAid:
        return state_of_list(person.tickets, day, BenefitState::Unknown);
    case Benefit::LocalSubsidy:
        return BenefitState::Unknown;
    }
    return BenefitState::Unknown;
}

} // namespace madoguchi::eligibility

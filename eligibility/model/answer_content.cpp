#include "eligibility/model/answer_content.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility {

namespace {

struct Kind {
    AnswerContent content;
    std::string_view name;
    bool (*is_in)(const PersonRecord& person);
};

constexpr std::array kinds{
    Kind{AnswerContent::Basic, "basic", [](const PersonRecord& /*any*/) { return true; }},
    Kind{AnswerContent::Elderly, "elderly",
         [](const PersonRecord& person) { return person.elderly.has_value(); }},
    Kind{AnswerContent::HighCostLimit, "limits",
         [](const PersonRecord& person) { return person.high_cost_limit.has_value(); }},
    Kind{AnswerContent::SpecificDiseases, "specific-diseases",
         [](const PersonRecord& person) { return !person.specific_diseases.empty(); }},
    Kind{AnswerContent::MedicalTickets, "medical-tickets",
         [](const PersonRecord& person) { return !person.tickets.empty(); }},
    Kind{AnswerContent::MedicalConsents, "medical-consents",
         [](const PersonRecord& person) {
             return std::ranges::any_of(person.consents, [](const Consent& consent) {
                 return consent.is_given() && is_viewing(consent.item);
             });
         }},
};

} // namespace

std::string_view name_of(AnswerContent content) noexcept {
    return kinds[static_cast<std::size_t>(content)].name;
}

std::string joined(const std::vector<AnswerContent>& contents) {
    std::string names;
    for (const AnswerContent content : contents) {
        names.append(names.empty() ? "" : ",").append(name_of(content));
    }
    return names;
}

std::vector<AnswerContent> contents_of(const EligibilityAnswer& answer) {
    std::vector<AnswerContent> contents;
    for (const Kind& kind : kinds) {
        if (std::ranges::any_of(answer.persons, kind.is_in)) {
            contents.push_back(kind.content);
        }
    }
    return contents;
}

} // namespace madoguchi::eligibility

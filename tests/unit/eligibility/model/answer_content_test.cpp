#include "eligibility/model/answer_content.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

struct Case {
    const char* what;
    void (*add)(PersonRecord&);
    std::vector<AnswerContent> expected;
};

const CivilTime now{std::chrono::seconds(1'790'000'000)};

const std::vector<Case> cases{
    {"a person alone", [](auto&) {}, {AnswerContent::Basic}},
    {"高齢受給者証",
     [](auto& person) { person.elderly.emplace(); },
     {AnswerContent::Basic, AnswerContent::Elderly}},
    {"限度額",
     [](auto& person) { person.high_cost_limit.emplace(); },
     {AnswerContent::Basic, AnswerContent::HighCostLimit}},
    {"特定疾病",
     [](auto& person) { person.specific_diseases.emplace_back(); },
     {AnswerContent::Basic, AnswerContent::SpecificDiseases}},
    {"医療券",
     [](auto& person) { person.tickets.emplace_back(); },
     {AnswerContent::Basic, AnswerContent::MedicalTickets}},
    {"a consent to look at medicines",
     [](auto& person) { person.consents = {given(ConsentItem::Medication, now)}; },
     {AnswerContent::Basic, AnswerContent::MedicalConsents}},
    {"refused, or of a certificate: nothing to look at",
     [](auto& person) {
         person.consents = {refused(ConsentItem::Medication),
                            given(ConsentItem::HighCostLimit, now)};
     },
     {AnswerContent::Basic}},
};

} // namespace

TEST_CASE("what kinds of data an answer holds is told by what is in it") {
    CHECK(contents_of({}).empty());
    for (const Case& c : cases) {
        INFO(c.what);
        EligibilityAnswer answer;
        answer.persons.resize(2);
        c.add(answer.persons.back());
        CHECK(contents_of(answer) == c.expected);
    }
}

TEST_CASE("each kind of data has a name of its own") {
    CHECK(name_of(AnswerContent::Basic) == "basic");
    CHECK(name_of(AnswerContent::MedicalConsents) == "medical-consents");
    CHECK(joined({AnswerContent::Basic, AnswerContent::HighCostLimit}) == "basic,limits");
    CHECK(joined({}).empty());
}

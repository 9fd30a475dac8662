#include "eligibility/model/outcome.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

PersonRecord insured() {
    PersonRecord person;
    person.classification = {"01", InsuranceClass::General};
    person.valid_from = test::date(2024, 4, 1);
    return person;
}

PersonRecord aided() {
    PersonRecord person;
    person.classification = {"A1", InsuranceClass::MedicalAid};
    return person;
}

PersonRecord lapsed() {
    PersonRecord person = insured();
    person.disqualified_on = test::date(2026, 11, 20);
    return person;
}

struct Case {
    const char* what;
    std::optional<ResultSegment> segment;
    std::optional<ProcessingStatus> status;
    std::optional<QualificationValidity> validity;
    std::vector<PersonRecord> persons;
    OutcomeKind expected;
};

using enum QualificationValidity;
constexpr auto normal = ResultSegment::Normal;
constexpr auto good = ProcessingStatus::Normal;

const std::vector<Case> cases{
    {"everything right", normal, good, Valid, {insured()}, OutcomeKind::Eligible},
    {"segment pending", ResultSegment::Pending, {}, {}, {}, OutcomeKind::Pending},
    {"segment abnormal", ResultSegment::Abnormal, good, Valid, {insured()}, OutcomeKind::Failed},
    {"segment unknown", {}, good, Valid, {insured()}, OutcomeKind::Failed},
    {"status error", normal, ProcessingStatus::Error, Valid, {insured()}, OutcomeKind::Failed},
    {"status missing", normal, {}, Valid, {insured()}, OutcomeKind::Failed},
    {"validity 2", normal, good, Invalid, {insured()}, OutcomeKind::Invalid},
    {"validity 3", normal, good, InvalidNewerExists, {}, OutcomeKind::InvalidNewerExists},
    {"validity 4", normal, good, None, {}, OutcomeKind::None},
    {"validity 5", normal, good, Ambiguous, {}, OutcomeKind::Ambiguous},
    {"validity 6", normal, good, AidUnregistered, {aided()}, OutcomeKind::AidUnregistered},
    {"validity unknown", normal, good, {}, {insured()}, OutcomeKind::Unreadable},
    {"valid, and nobody is", normal, good, Valid, {}, OutcomeKind::Unreadable},
    {"two insurances", normal, good, Valid, {insured(), insured()}, OutcomeKind::Ambiguous},
    {"insurance and aid", normal, good, Valid, {aided(), insured()}, OutcomeKind::Eligible},
    {"aid alone", normal, good, Valid, {aided()}, OutcomeKind::Eligible},
    {"two aids", normal, good, Valid, {aided(), aided()}, OutcomeKind::Ambiguous},
    {"valid by code, lapsed by date", normal, good, Valid, {lapsed()}, OutcomeKind::Invalid},
    {"aid does not replace a lapsed insurance",
     normal,
     good,
     Valid,
     {lapsed(), aided()},
     OutcomeKind::Invalid},
};

EligibilityAnswer answer_of(const Case& c) {
    EligibilityAnswer answer;
    answer.segment.meaning = c.segment;
    answer.status.meaning = c.status;
    answer.validity.meaning = c.validity;
    answer.persons = c.persons;
    return answer;
}

} // namespace

TEST_CASE("each answer has exactly the outcome of the table") {
    for (const Case& c : cases) {
        INFO(c.what);
        const Outcome outcome = decide_outcome(answer_of(c), test::reception_day);
        REQUIRE(name_of(outcome.kind) == name_of(c.expected));
    }
}

TEST_CASE("a side note makes an eligible answer one with a note, and nothing else better") {
    for (const Case& c : cases) {
        INFO(c.what);
        EligibilityAnswer answer = answer_of(c);
        answer.result_code = "SIM-N-001";
        answer.result_message = "期限が近い";
        const Outcome outcome = decide_outcome(answer, test::reception_day);
        const bool eligible = c.expected == OutcomeKind::Eligible;
        REQUIRE(outcome.kind == (eligible ? OutcomeKind::EligibleWithNote : c.expected));
        REQUIRE(outcome.note_message == "期限が近い");
    }
}

TEST_CASE("what the service says of a failed question is kept unchanged") {
    EligibilityAnswer answer;
    answer.segment = {"9", ResultSegment::Abnormal};
    answer.error_code = "SIM-E-001";
    answer.error_message = "（模擬）異常終了";
    const Outcome outcome = decide_outcome(answer, test::reception_day);
    REQUIRE(outcome.note_code == "SIM-E-001");
    REQUIRE(outcome.note_message == "（模擬）異常終了");
    REQUIRE(outcome.decided_by.view() == "processing segment");
}

TEST_CASE("the principal record is never chosen among several") {
    EligibilityAnswer answer;
    REQUIRE(principal_record(answer) == nullptr);
    answer.persons = {aided(), insured()};
    REQUIRE(principal_record(answer) == &answer.persons[1]);
    answer.persons = {insured(), insured()};
    REQUIRE(principal_record(answer) == nullptr);
}

TEST_CASE("every outcome has a name of its own and a next step") {
    std::set<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(OutcomeKind::Unreadable); ++kind) {
        names.insert(name_of(static_cast<OutcomeKind>(kind)));
        REQUIRE_FALSE(next_step(static_cast<OutcomeKind>(kind)).view().empty());
    }
    REQUIRE(names.size() == 10);
}

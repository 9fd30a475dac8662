#include "terminal_app/service/answer_review.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>

using namespace madoguchi;
using namespace madoguchi::terminal;
using eligibility::identity::MislinkSignal;
using eligibility::identity::Verdict;
using std::chrono_literals::operator""y;

namespace {

constexpr CivilDate day{2026y, std::chrono::November, std::chrono::day(20)};
constexpr CivilDate born{1984y, std::chrono::February, std::chrono::day(29)};

ReviewedVisit visit() {
    ReviewedVisit visit;
    visit.card.name = "見本　みどり";
    visit.card.kana = "ミホン　ミドリ";
    visit.card.birth_date = born;
    visit.card.sex = eligibility::Sex::Female;
    visit.card.address = "架空県見本市例町２－１－２";
    visit.card_key = 7;
    visit.insurance = {"06999007", "見本７", "4021", "02"};
    visit.chart = "1001";
    visit.day = day;
    return visit;
}

eligibility::PersonRecord own_record() {
    const ReviewedVisit own = visit();
    eligibility::PersonRecord record;
    record.name = own.card.name;
    record.kana = own.card.kana;
    record.birth_date = own.card.birth_date;
    record.printed_sex = {"2", eligibility::Sex::Female};
    record.address = own.card.address;
    record.insurance = own.insurance;
    return record;
}

AnswerReview review(const std::function<void(eligibility::PersonRecord&)>& change,
                    const ReviewedVisit& of = visit()) {
    eligibility::identity::TiesInMemory memory;
    eligibility::EligibilityAnswer answer;
    answer.segment = {"1", eligibility::ResultSegment::Normal};
    answer.status = {"1", eligibility::ProcessingStatus::Normal};
    answer.validity = {"1", eligibility::QualificationValidity::Valid};
    answer.persons.push_back(own_record());
    change(answer.persons.front());
    return review_answer(of, std::move(answer), memory);
}

bool tells(const AnswerReview& review, StaffNotice notice) {
    return std::find(review.notices.begin(), review.notices.end(), notice) != review.notices.end();
}

} // namespace

TEST_CASE("the patient's own record is used as it is") {
    const AnswerReview own = review([](eligibility::PersonRecord& /*record*/) {});
    CHECK(own.outcome.is_eligible());
    CHECK(own.verdict == Verdict::Pass);
    CHECK_FALSE(own.is_quarantined());
    CHECK(own.notices.empty());
}

TEST_CASE("what speaks for another person's record puts the answer into quarantine") {
    struct Case {
        const char* what;
        std::function<void(eligibility::PersonRecord&)> change;
        std::vector<MislinkSignal> signals;
    };
    const std::vector<Case> cases{
        {"same name, other birth date",
         [](auto& record) {
             record.birth_date = CivilDate{1984y, std::chrono::March, std::chrono::day(31)};
         },
         {MislinkSignal::SameNameOtherBirthDate}},
        {"twin",
         [](auto& record) {
             record.name = "見本　小夜";
             record.kana = "ミホン　サヨ";
         },
         {MislinkSignal::Twin}},
        {"照会番号 of another chart",
         [](auto& record) { record.reference_number = "999"; },
         {MislinkSignal::ReferenceElsewhere}},
        {"other sex",
         [](auto& record) {
             record.printed_sex = {"1", eligibility::Sex::Male};
         },
         {}},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        const AnswerReview seen = review(one.change);
        CHECK(seen.is_quarantined());
        CHECK(seen.signals == one.signals);
        CHECK_FALSE(seen.evidence.empty());
        CHECK(seen.evidence.find("見本") == std::string::npos);
    }
}

TEST_CASE("one record that answers for two people's cards is noticed at the second") {
    eligibility::identity::TiesInMemory memory;
    ReviewedVisit other = visit();
    other.card.name = other.card.other_name = "架空　花子";
    other.card_key = 8;
    other.chart = "1002";
    const auto answer_of = [&](const ReviewedVisit& of) {
        eligibility::EligibilityAnswer answer;
        answer.validity = {"1", eligibility::QualificationValidity::Valid};
        answer.persons.push_back(own_record());
        answer.persons.front().name = of.card.name;
        return review_answer(of, answer, memory);
    };
    CHECK(answer_of(visit()).signals.empty());
    CHECK(answer_of(visit()).signals.empty()); // the same card again
    CHECK(answer_of(other).signals == std::vector{MislinkSignal::OneRecordTwoCards});
}

TEST_CASE("a ● in the name is made whole from the chip, and marked with its source") {
    const AnswerReview repaired = review([](auto& record) { record.name = "●本　みどり"; });
    CHECK(tells(repaired, StaffNotice::NameFromChip));
    CHECK(repaired.answer.persons.front().name == "見本　みどり");
    REQUIRE(repaired.answer.persons.front().extra.size() == 1);
    CHECK(repaired.answer.persons.front().extra.front().text == "chip");
}

TEST_CASE("a share that age and insurer do not explain is told") {
    struct Case {
        const char* percent;
        const char* insurer;
        CivilDate born;
        bool is_told;
    };
    const CivilDate elderly{1950y, std::chrono::January, std::chrono::day(1)};
    for (const Case& one : std::vector<Case>{{"030", "06999007", born, false},
                                             {"020", "06999007", born, true},
                                             {"", "06999007", born, false},
                                             {"010", "39999009", born, false},
                                             {"020", "06999007", elderly, false}}) {
        INFO(one.percent << " " << one.insurer);
        ReviewedVisit of = visit();
        of.card.birth_date = one.born;
        const AnswerReview seen = review(
            [&](auto& record) {
                record.copay_percent = one.percent;
                record.insurance.insurer_number = one.insurer;
                record.birth_date = one.born;
            },
            of);
        CHECK(tells(seen, StaffNotice::ShareUnusual) == one.is_told);
    }
}

#include "terminal_app/service/fallback_desk.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::eligibility;
using std::chrono_literals::operator""y;

namespace {

UnsettledVisit unsettled() {
    UnsettledVisit visit;
    visit.person.name = "見本　みどり";
    visit.person.birth_date = CivilDate{1984y, std::chrono::February, std::chrono::day(29)};
    visit.person.sex = Sex::Female;
    visit.person.address = "架空県見本市例町２－１－２";
    visit.reference_number = "1001";
    visit.insurance = InsuranceIdentity{"06999007", "見本７", "4021", "02"};
    visit.why = "invalid";
    return visit;
}

CertificateEntry notice() {
    CertificateEntry paper;
    paper.insurance = {"06999007", "見本７", "4021", "02"};
    paper.copay_percent = "30";
    return paper;
}

class NovemberClock final : public Clock {
public:
    [[nodiscard]] MonotonicTime monotonic_now() const override { return MonotonicTime(); }
    [[nodiscard]] CivilTime civil_now() const override {
        return CivilTime(
            std::chrono::sys_days(CivilDate{2026y, std::chrono::November, std::chrono::day(20)}));
    }
};

struct Bench {
    test::TemporaryFolder folder;
    NovemberClock clock;
    FallbackDesk desk{folder.path(), clock};

    [[nodiscard]] std::vector<std::string> handed_over() const {
        std::vector<std::string> texts;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
            std::ifstream file(entry.path());
            texts.emplace_back(std::istreambuf_iterator<char>(file),
                               std::istreambuf_iterator<char>());
        }
        return texts;
    }
};

} // namespace

TEST_CASE("a visit that the card did not settle waits until staff take it up") {
    Bench bench;
    CHECK_FALSE(bench.desk.view().has_value());
    bench.desk.offer(unsettled());
    REQUIRE(bench.desk.view().has_value());
    CHECK_FALSE(bench.desk.view()->is_begun);
    CHECK(bench.desk.use({FallbackStep::PastVisit, {}, {}}) == FallbackRefusal::NothingOpen);
    bench.desk.close();
    CHECK_FALSE(bench.desk.view().has_value());
}

TEST_CASE("the visit at hand is not exchanged for the next patient's") {
    Bench bench;
    bench.desk.offer(unsettled());
    REQUIRE_FALSE(bench.desk.begin({}).has_value());
    UnsettledVisit next = unsettled();
    next.why = "none";
    bench.desk.offer(next);
    CHECK(bench.desk.view()->why == "invalid");
}

TEST_CASE("what a circumstance asks staff to record must be given") {
    Bench bench;
    for (const auto circumstance : {VisitCircumstance::HelperComes, VisitCircumstance::SchoolTrip,
                                    VisitCircumstance::CannotAct}) {
        CHECK(bench.desk.begin({circumstance, true, ""}) == FallbackRefusal::NoteNeeded);
    }
    CHECK_FALSE(bench.desk.view().has_value());
}

TEST_CASE("steps are refused as the ladder refuses them") {
    struct Case {
        const char* what;
        FallbackOpening opening;
        FallbackUse use;
        std::optional<FallbackRefusal> refusal;
    };
    const FallbackOpening with_card{VisitCircumstance::Ordinary, true, ""};
    const FallbackOpening without{VisitCircumstance::Ordinary, false, ""};
    const std::vector<Case> cases{
        {"notice beside the card", with_card, {FallbackStep::EligibilityNotice, notice(), {}}, {}},
        {"notice alone",
         without,
         {FallbackStep::EligibilityNotice, notice(), {}},
         FallbackRefusal::StepNotAllowed},
        {"copy of the notice on a school trip",
         {VisitCircumstance::SchoolTrip, false, "who"},
         {FallbackStep::EligibilityNotice, notice(), {}},
         {}},
        {"notice without anything on it",
         with_card,
         {FallbackStep::EligibilityNotice, {}, {}},
         FallbackRefusal::EntryIncomplete},
        {"certificate with fields missing",
         without,
         {FallbackStep::EligibilityCertificate, notice(), {}},
         FallbackRefusal::EntryIncomplete},
        {"card on the reader is the reception's own",
         with_card,
         {FallbackStep::CardOnReader, {}, {}},
         FallbackRefusal::StepNotAllowed},
        {"past visit", with_card, {FallbackStep::PastVisit, {}, {}}, {}},
        {"declaration", without, {FallbackStep::Declaration, {}, Declaration{}}, {}},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        Bench bench;
        bench.desk.offer(unsettled());
        REQUIRE_FALSE(bench.desk.begin(one.opening).has_value());
        CHECK(bench.desk.use(one.use) == one.refusal);
        CHECK(bench.handed_over().size() == (one.refusal ? 0 : 1));
    }
}

TEST_CASE("without a past visit there is none to confirm") {
    Bench bench;
    REQUIRE_FALSE(bench.desk.begin({}).has_value());
    CHECK(bench.desk.use({FallbackStep::PastVisit, {}, {}}) == FallbackRefusal::NoPastVisit);
}

TEST_CASE(
    "whatever happens, the patient pays a proper share and a number is there to claim under") {
    Bench bench;
    bench.desk.offer(unsettled());
    REQUIRE_FALSE(bench.desk.begin({}).has_value());
    CHECK(bench.desk.view()->share.share == CopayShare{30, ShareSource::Age});
    CHECK(bench.desk.view()->claim.basis == ClaimBasis::PastNumber);
    Declaration declared;
    declared.copay_percent = "20";
    REQUIRE_FALSE(bench.desk.use({FallbackStep::Declaration, {}, declared}).has_value());
    CHECK(bench.desk.view()->share.share == CopayShare{20, ShareSource::Declared});
    CHECK(bench.desk.use({FallbackStep::PastVisit, {}, {}}) == FallbackRefusal::AlreadyDone);
    CHECK(bench.handed_over().front().find("\"copay_percent\": 20") != std::string::npos);
}

TEST_CASE("the declaration is filled in from the chip, without the address of who is protected") {
    Bench bench;
    bench.desk.offer(unsettled());
    CHECK_FALSE(bench.desk.declaration_page().has_value());
    REQUIRE_FALSE(bench.desk.begin({}).has_value());
    CHECK(bench.desk.declaration_page()->find("見本市") != std::string::npos);
    REQUIRE_FALSE(bench.desk.begin({VisitCircumstance::DataBlocked, true, ""}).has_value());
    CHECK(bench.desk.declaration_page()->find("見本　みどり") != std::string::npos);
    CHECK(bench.desk.declaration_page()->find("見本市") == std::string::npos);
    CHECK(bench.desk.view()->claim.summary.find("見本市") == std::string::npos);
}

TEST_CASE("a typed name is compared with the chip's") {
    Bench bench;
    bench.desk.offer(unsettled());
    CertificateEntry paper = notice();
    paper.name = "架空　花子";
    CHECK(bench.desk.check(paper).name == identity::Agreement::Different);
    paper.name = "見本 みどり";
    CHECK(is_equal(*bench.desk.check(paper).name));
    bench.desk.close();
    CHECK_FALSE(bench.desk.check(paper).name.has_value());
}

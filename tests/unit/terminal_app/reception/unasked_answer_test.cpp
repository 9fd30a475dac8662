// Answers of an official reader that come unasked (fault N10): through real folders, into a whole
// reception. The number route would answer otherwise, so that it shows which answer was used.
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using eligibility::Fit;
using eligibility::OutcomeKind;
using std::chrono_literals::operator""min;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

namespace {

constexpr const char* us = "p02";
constexpr const char* them = "p05";

BenchOptions options_with(std::chrono::milliseconds face_wait) {
    BenchOptions options;
    options.persona = us;
    options.scenario = "none"; // 該当資格なし, by the number route
    options.face_wait = face_wait;
    return options;
}

void prove_person(ReceptionBench& bench) {
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Visual}));
    bench.wait_for(Phase::AwaitingVisual);
    bench.press(StaffAction(action::ConfirmVisual{true}));
    bench.wait_for(Phase::Consenting);
}

std::optional<OutcomeKind> outcome_after_consents(ReceptionBench& bench) {
    bench.press(PatientAction(action::GiveConsents{{eligibility::ConsentItem::Medication}}));
    return bench.wait_for(Phase::ShowingOutcome).state.outcome;
}

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

TEST_CASE("only a face file of the person at the desk, made for this visit, is the answer") {
    struct Case {
        const char* what;
        const char* persona;
        std::chrono::minutes ago;
        Fit fit;
        OutcomeKind outcome;
    };
    for (const Case& c : {Case{"ours", us, 0min, Fit::Ours, OutcomeKind::Eligible},
                          Case{"of a visit before", us, 10min, Fit::Early, OutcomeKind::None},
                          Case{"another person's", them, 0min, Fit::Foreign, OutcomeKind::None}}) {
        INFO(c.what);
        ReceptionBench bench(options_with(100ms));
        prove_person(bench);
        REQUIRE(bench.official_reader().serve(c.persona, c.ago));
        bench.wait_for(c.fit, 1);
        CHECK(outcome_after_consents(bench) == c.outcome);
        CHECK(files_in(bench.folder() / "face") == 1); // whosoever it is, it stays where it is
    }
}

TEST_CASE("a face file that comes while it is waited for is the answer, also of a person whom the "
          "index does not know") {
    BenchOptions options = options_with(60s);
    options.in_patient_index = GENERATE(true, false);
    ReceptionBench bench(options);
    prove_person(bench);
    bench.press(PatientAction(action::GiveConsents{{}}));
    bench.wait_for(Phase::CheckingEligibility);
    REQUIRE(bench.official_reader().serve(us));
    CHECK(bench.wait_for(Phase::ShowingOutcome).state.outcome == OutcomeKind::Eligible);
    CHECK(files_in(bench.folder() / "hand-over") == 1);
}

TEST_CASE("whom neither a face file nor the index knows goes to staff") {
    BenchOptions options = options_with(100ms);
    options.in_patient_index = false;
    ReceptionBench bench(options);
    prove_person(bench);
    bench.press(PatientAction(action::GiveConsents{{}}));
    CHECK(bench.wait_for(Phase::ShowingFailure).state.reason == FailureReason::IdentityUnknown);
}

TEST_CASE("one file never serves two sessions") {
    ReceptionBench bench(options_with(100ms));
    prove_person(bench);
    REQUIRE(bench.official_reader().serve(us));
    bench.wait_for(Fit::Ours, 1);
    CHECK(outcome_after_consents(bench) == OutcomeKind::Eligible);
    bench.take_card();
    prove_person(bench); // the same patient comes again
    REQUIRE(bench.official_reader().repeat());
    bench.wait_for(Fit::Duplicate, 1);
    CHECK(outcome_after_consents(bench) == OutcomeKind::None);
    bench.take_card();
    const auto rows = bench.journal_of(2);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].asked == "face-file");
    CHECK(rows[1].asked == "oqs");
}

TEST_CASE("what lay in the folder before, or came while nobody was at the desk, is nobody's") {
    ReceptionBench bench(options_with(100ms));
    REQUIRE(bench.official_reader().serve(us));
    bench.wait_for(Fit::Foreign, 1);
    prove_person(bench);
    CHECK(outcome_after_consents(bench) == OutcomeKind::None);
}

TEST_CASE("a face file that comes when the number is asked for already is late") {
    BenchOptions options = options_with(100ms);
    options.with_eligibility_folder = false;
    ReceptionBench bench(options);
    std::filesystem::create_directories(bench.folder() / "eligibility" / "req");
    std::filesystem::create_directories(bench.folder() / "eligibility" / "res");
    prove_person(bench);
    bench.press(PatientAction(action::GiveConsents{{}}));
    const Deadline deadline = Deadline::after(60s);
    while (std::filesystem::is_empty(bench.folder() / "eligibility" / "req") &&
           !deadline.has_passed()) {
        std::this_thread::sleep_for(5ms);
    }
    REQUIRE(bench.official_reader().serve(us));
    CHECK(bench.wait_for(Phase::ShowingFailure).state.reason == FailureReason::LinkTimeout);
    bench.wait_for(Fit::Late, 1);
    CHECK(std::filesystem::is_empty(bench.folder() / "hand-over"));
}

TEST_CASE("a patient who ends the visit before the consents is shown nothing of the file, nor is "
          "anybody else") {
    ReceptionBench bench(options_with(100ms));
    prove_person(bench);
    REQUIRE(bench.official_reader().serve(us));
    bench.wait_for(Fit::Ours, 1);
    bench.press(PatientAction(action::Cancel{}));
    const DeskView view = bench.wait_for(Phase::ShowingFailure);
    CHECK_FALSE(view.state.outcome);
    CHECK(view.answer.service_message.empty());
    CHECK(std::filesystem::is_empty(bench.folder() / "hand-over"));
    bench.take_card();
    prove_person(bench); // it is gone, for this session too
    CHECK(outcome_after_consents(bench) == OutcomeKind::None);
}

TEST_CASE("what was not consented to at our terminal is not handed over, whatever the file holds") {
    ReceptionBench bench(options_with(60s));
    prove_person(bench);
    REQUIRE(bench.official_reader().serve(us));
    CHECK(outcome_after_consents(bench) == OutcomeKind::Eligible); // to medication alone
    const auto file = *std::filesystem::directory_iterator(bench.folder() / "hand-over");
    std::ifstream stream(file.path());
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    CHECK(text.find("<PharmacistsInfoConsFlg>1<") != std::string::npos);
    CHECK(text.find("LimitApplicationCertificateRelatedInfo") == std::string::npos);
}

TEST_CASE("a file that is no answer is counted, and the answer after it is used") {
    ReceptionBench bench(options_with(60s));
    prove_person(bench);
    bench.press(PatientAction(action::GiveConsents{{}}));
    bench.wait_for(Phase::CheckingEligibility);
    std::ofstream(bench.folder() / "face" / "OQSsiquc01res_face_0_20261120093015.xml")
        << "<XmlMsg>";
    std::ofstream(bench.folder() / "face" / "prescription_20261120093015.xml") << "<XmlMsg>";
    const Deadline deadline = Deadline::after(60s);
    while (bench.desk().views().newest().value->face_files.counts.unreadable == 0 &&
           !deadline.has_passed()) {
        std::this_thread::sleep_for(5ms);
    }
    REQUIRE(bench.official_reader().serve(us));
    CHECK(bench.wait_for(Phase::ShowingOutcome).state.outcome == OutcomeKind::Eligible);
    CHECK(bench.desk().views().newest().value->face_files.counts.unreadable == 1);
}

TEST_CASE("a folder of face files that is away is told to staff, and the number is asked for") {
    ReceptionBench bench(options_with(100ms));
    bench.wait_for(Part::Eligibility, Condition::Ok);
    std::filesystem::remove(bench.folder() / "face");
    CHECK(bench.wait_for(Part::Eligibility, Condition::Degraded).reason ==
          FailureReason::LinkFolder);
    prove_person(bench);
    CHECK(outcome_after_consents(bench) == OutcomeKind::None);
}

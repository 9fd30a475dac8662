// What every link to the eligibility service owes, against the simulated service.
#include "eligibility/identity/patient_lookup.hpp"
#include "eligibility/model/outcome.hpp"
#include "hw-sim/eligibility/patient_index_file.hpp"
#include "tests/contract/eligibility_link_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using eligibility::OutcomeKind;

namespace {

constexpr auto ample = 60s; // far more than anything here takes on a slow machine

const sim::InsuredRegister& people() {
    static const auto loaded = sim::InsuredRegister::load(MADOGUCHI_PERSONAS);
    return *loaded;
}

// As the clinic knows its patients: from the index that the simulator writes.
const eligibility::PatientIndex& patients() {
    static const auto index = eligibility::PatientIndex::parse(sim::patient_index_text(people()));
    return *index;
}

// A service that plays the scenario, and the link to it.
class Bench {
public:
    Bench(const test::EligibilityLinkKind& kind, std::string_view scenario)
        : bench_(kind.make(*sim::find_scenario(scenario), people())) {}

    Result<eligibility::EligibilityAnswer> ask(const eligibility::KnownPatient& patient,
                                               std::chrono::milliseconds patience = ample) {
        eligibility::EligibilityRequest request;
        request.session_id = "RT01-" + patient.reference_number;
        request.date = today_;
        request.facility_code = "9919999999";
        request.insurance = patient.insurance;
        request.birth_date = *patient.items.birth_date;
        request.consents = {
            eligibility::given(eligibility::ConsentItem::HighCostLimit, SystemClock().civil_now())};
        return link().ask(request, Deadline::after(patience));
    }

    [[nodiscard]] eligibility::EligibilityLink& link() { return bench_->link(); }
    [[nodiscard]] CivilDate today() const { return today_; }

private:
    std::unique_ptr<test::EligibilityLinkBench> bench_;
    CivilDate today_ = date_in_japan(SystemClock().civil_now());
};

// Each kind of link in turn.
struct Links {
    Links()
        : kind(GENERATE(values({test::folder_link_kind(), test::shift_jis_folder_link_kind(),
                                test::fhir_link_kind()}))) {}

    test::EligibilityLinkKind kind;
};

const eligibility::KnownPatient& first_patient() {
    return patients().patients().front();
}

} // namespace

TEST_CASE_METHOD(Links, "each scenario of the service has its outcome at the desk") {
    struct Case {
        const char* scenario;
        OutcomeKind outcome;
    };
    const std::vector<Case> cases{
        {"eligible", OutcomeKind::Eligible},
        {"eligible-with-note", OutcomeKind::EligibleWithNote},
        {"with-medical-aid", OutcomeKind::Eligible},
        {"invalid", OutcomeKind::Invalid},
        {"invalid-newer-exists", OutcomeKind::InvalidNewerExists},
        {"none", OutcomeKind::None},
        {"ambiguous", OutcomeKind::Ambiguous},
        {"aid-unregistered", OutcomeKind::AidUnregistered},
        {"pending", OutcomeKind::Pending},
        {"failed", OutcomeKind::Failed},
        {"in-grace", OutcomeKind::EligibleWithNote},
        {"not-registered", OutcomeKind::Failed},
        {"viewing-stopped", OutcomeKind::Failed},
        {"blocked", OutcomeKind::None},
        {"mixed-consents", OutcomeKind::Eligible},
        {"elderly-and-disease", OutcomeKind::Eligible},
        {"electronic-prescription", OutcomeKind::Eligible},
        {"paper-prescription", OutcomeKind::Eligible},
    };
    for (const Case& c : cases) {
        INFO(kind.name << ", " << c.scenario);
        Bench bench(kind, c.scenario);
        const auto patience = c.outcome == OutcomeKind::Pending ? 2s : ample;
        const auto answer = bench.ask(first_patient(), patience);
        REQUIRE(answer);
        REQUIRE(name_of(decide_outcome(*answer, bench.today()).kind) == name_of(c.outcome));
        REQUIRE(answer->unknown_elements.empty());
        REQUIRE(answer->findings.empty());
    }
}

TEST_CASE_METHOD(Links, "each way of not answering has its error") {
    struct Case {
        const char* scenario;
        ErrorCode error;
        std::chrono::milliseconds patience;
    };
    const std::vector<Case> cases{
        {"garbage", ErrorCode::AnswerUnreadable, ample},
        {"wrong-encoding", ErrorCode::AnswerUnreadable, ample},
        {"encrypted", ErrorCode::AnswerUnreadable, ample},
        {"late", ErrorCode::AnswerLate, 250ms},
        {"silent", ErrorCode::AnswerLate, 250ms},
        {"foreign", ErrorCode::AnswerForeign, 2s}, // ours could come until then
    };
    for (const Case& c : cases) {
        INFO(kind.name << ", " << c.scenario);
        const auto answer = Bench(kind, c.scenario).ask(first_patient(), c.patience);
        REQUIRE_FALSE(answer);
        REQUIRE(name_of(answer.error().code()) == name_of(c.error));
    }
}

TEST_CASE_METHOD(Links, "everybody of the index is asked for and comes back as themselves") {
    Bench bench(kind, "eligible");
    for (const auto& patient : patients().patients()) {
        INFO(kind.name << ", patient " << patient.reference_number);
        const auto answer = bench.ask(patient);
        REQUIRE(answer);
        REQUIRE(answer->session_id == "RT01-" + patient.reference_number);
        const auto* record = principal_record(*answer);
        REQUIRE(record != nullptr);
        REQUIRE(record->insurance == patient.insurance);
        const auto comparison = eligibility::identity::compare(patient.items, basic_items(*record));
        REQUIRE(comparison.verdict() == eligibility::identity::Verdict::Pass);
    }
}

TEST_CASE_METHOD(Links, "an open way is told without asking anything") {
    INFO(kind.name);
    CHECK(Bench(kind, "silent").link().check());
}

TEST_CASE_METHOD(Links, "a mis-linked record is stopped by the comparison, not by the link") {
    Bench bench(kind, "mislinked");
    const auto answer = bench.ask(first_patient());
    REQUIRE(answer);
    const auto comparison = eligibility::identity::compare(first_patient().items,
                                                           basic_items(*principal_record(*answer)));
    REQUIRE(comparison.verdict() == eligibility::identity::Verdict::Stop);
}

TEST_CASE_METHOD(Links, "notations and gaps never stop a patient, mis-links never pass") {
    using eligibility::identity::Verdict;
    struct Case {
        const char* scenario;
        bool may_pass;
        bool may_stop;
    };
    const std::vector<Case> cases{
        {"black-circle-name", true, false},
        {"variant-kanji", true, false},
        {"other-notation", true, false},
        {"no-kanji-name", true, false},
        {"no-sex", true, false},
        {"sex-on-the-back", true, false},
        {"mislinked-same-name", false, true},
        {"mislinked-family", false, true},
        {"mislinked-twin", false, true},
    };
    for (const Case& c : cases) {
        INFO(kind.name << ", " << c.scenario);
        const auto answer = Bench(kind, c.scenario).ask(first_patient());
        REQUIRE(answer);
        const auto verdict = eligibility::identity::compare(first_patient().items,
                                                            basic_items(*principal_record(*answer)))
                                 .verdict();
        CHECK((c.may_pass || verdict != Verdict::Pass));
        CHECK((c.may_stop || verdict != Verdict::Stop));
    }
}

TEST_CASE_METHOD(Links, "what is particular about a record arrives") {
    const auto record_of = [&](const char* scenario) {
        const auto answer = Bench(kind, scenario).ask(first_patient());
        REQUIRE(answer);
        return *principal_record(*answer);
    };
    CHECK(record_of("other-share").copay_percent == "020");
    CHECK(record_of("foreign-reference-number").reference_number == "999999");
    CHECK(record_of("elderly-and-disease").elderly->copay_percent == "020");
    CHECK(record_of("elderly-and-disease").specific_diseases.size() == 1);
    const auto consents = record_of("mixed-consents").consents;
    REQUIRE(consents.size() == 3); // the limit, which was asked for, drugs, treatment
    CHECK(consents[1].is_given());
    CHECK_FALSE(consents[2].is_given());
    const auto paper = Bench(kind, "paper-prescription").ask(first_patient());
    CHECK(paper->prescription.means(eligibility::PrescriptionForm::Paper));
}

TEST_CASE_METHOD(Links, "the consent to the limit brings the limit") {
    const auto answer = Bench(kind, "eligible").ask(first_patient());
    REQUIRE(answer);
    const auto& person = answer->persons.front();
    REQUIRE(person.high_cost_limit);
    REQUIRE(person.consents.front().is_given());
}

TEST_CASE_METHOD(Links, "who is not registered gets 該当資格なし whatever the scenario") {
    eligibility::KnownPatient stranger = first_patient();
    stranger.insurance.number = "9999";
    Bench bench(kind, "eligible");
    const auto answer = bench.ask(stranger);
    REQUIRE(answer);
    REQUIRE(decide_outcome(*answer, bench.today()).kind == OutcomeKind::None);
}

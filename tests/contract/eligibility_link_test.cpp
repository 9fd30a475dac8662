// The real folder link against the simulated service, through real folders: two implementations of
// the interface, written apart, meet here.
#include "eligibility/identity/patient_lookup.hpp"
#include "eligibility/model/outcome.hpp"
#include "eligibility/oqs/oqs_folder_link.hpp"
#include "hw-sim/eligibility/eligibility_service.hpp"
#include "hw-sim/eligibility/patient_index_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace madoguchi;
using namespace std::chrono_literals;
using eligibility::OutcomeKind;

namespace {

const sim::InsuredRegister& people() {
    static const auto loaded = sim::InsuredRegister::load(MADOGUCHI_PERSONAS);
    return *loaded;
}

// As the clinic knows its patients: from the index that the simulator writes.
const eligibility::PatientIndex& patients() {
    static const auto index = eligibility::PatientIndex::parse(sim::patient_index_text(people()));
    return *index;
}

class Bench {
public:
    explicit Bench(std::string_view scenario, sim::FileEncoding encoding = sim::FileEncoding::Utf8)
        : service_(*sim::EligibilityService::open(settings(scenario, encoding), people(), clock_)),
          link_(link_settings()), server_([this](const std::stop_token& stop) { serve(stop); }) {}

    Result<eligibility::EligibilityAnswer> ask(const eligibility::KnownPatient& patient,
                                               std::chrono::milliseconds patience = 2s) {
        eligibility::EligibilityRequest request;
        request.session_id = "RT01-" + patient.reference_number;
        request.date = today_;
        request.facility_code = "9919999999";
        request.insurance = patient.insurance;
        request.birth_date = *patient.items.birth_date;
        request.consents = {
            eligibility::given(eligibility::ConsentItem::HighCostLimit, clock_.civil_now())};
        return link_.ask(request, Deadline::after(patience));
    }

    [[nodiscard]] CivilDate today() const { return today_; }

private:
    [[nodiscard]] sim::EligibilityServiceSettings settings(std::string_view scenario,
                                                           sim::FileEncoding encoding) const {
        sim::EligibilityServiceSettings settings;
        settings.folder = folder_.path();
        settings.scenario = sim::find_scenario(scenario);
        settings.encoding = encoding;
        settings.delay = 5ms;
        return settings;
    }

    [[nodiscard]] eligibility::oqs::OqsFolderSettings link_settings() const {
        eligibility::oqs::OqsFolderSettings settings;
        settings.folder = folder_.path();
        settings.poll_interval = 5ms;
        settings.patience_with_unreadable = 50ms;
        return settings;
    }

    void serve(const std::stop_token& stop) {
        while (!stop.stop_requested() && service_.work()) {
            std::this_thread::sleep_for(2ms);
        }
    }

    test::TemporaryFolder folder_;
    SystemClock clock_;
    CivilDate today_ = date_in_japan(clock_.civil_now());
    sim::EligibilityService service_;
    eligibility::oqs::OqsFolderLink link_;
    std::jthread server_; // last: it stops before what it uses goes
};

const eligibility::KnownPatient& first_patient() {
    return patients().patients().front();
}

} // namespace

TEST_CASE("each scenario of the service has its outcome at the desk") {
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
        INFO(c.scenario);
        Bench bench(c.scenario);
        const auto patience = c.outcome == OutcomeKind::Pending ? 150ms : 2000ms;
        const auto answer = bench.ask(first_patient(), patience);
        REQUIRE(answer);
        REQUIRE(name_of(decide_outcome(*answer, bench.today()).kind) == name_of(c.outcome));
        REQUIRE(answer->unknown_elements.empty());
        REQUIRE(answer->findings.empty());
    }
}

TEST_CASE("each way of not answering has its error") {
    struct Case {
        const char* scenario;
        ErrorCode error;
    };
    const std::vector<Case> cases{
        {"garbage", ErrorCode::AnswerUnreadable},   {"wrong-encoding", ErrorCode::AnswerUnreadable},
        {"encrypted", ErrorCode::AnswerUnreadable}, {"late", ErrorCode::AnswerLate},
        {"silent", ErrorCode::AnswerLate},          {"foreign", ErrorCode::AnswerForeign},
    };
    for (const Case& c : cases) {
        INFO(c.scenario);
        const auto answer = Bench(c.scenario).ask(first_patient(), 250ms);
        REQUIRE_FALSE(answer);
        REQUIRE(name_of(answer.error().code()) == name_of(c.error));
    }
}

TEST_CASE("everybody of the index is asked for and comes back as themselves, in both encodings") {
    for (const auto encoding : {sim::FileEncoding::Utf8, sim::FileEncoding::ShiftJis}) {
        Bench bench("eligible", encoding);
        for (const auto& patient : patients().patients()) {
            INFO("patient " << patient.reference_number);
            const auto answer = bench.ask(patient);
            REQUIRE(answer);
            const auto* record = principal_record(*answer);
            REQUIRE(record != nullptr);
            REQUIRE(record->insurance == patient.insurance);
            const auto comparison =
                eligibility::identity::compare(patient.items, basic_items(*record));
            REQUIRE(comparison.verdict() == eligibility::identity::Verdict::Pass);
        }
    }
}

TEST_CASE("a mis-linked record is stopped by the comparison, not by the link") {
    Bench bench("mislinked");
    const auto answer = bench.ask(first_patient());
    REQUIRE(answer);
    const auto comparison = eligibility::identity::compare(first_patient().items,
                                                           basic_items(*principal_record(*answer)));
    REQUIRE(comparison.verdict() == eligibility::identity::Verdict::Stop);
}

TEST_CASE("notations and gaps never stop a patient, mis-links never pass") {
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
        INFO(c.scenario);
        const auto answer = Bench(c.scenario).ask(first_patient());
        REQUIRE(answer);
        const auto verdict = eligibility::identity::compare(first_patient().items,
                                                            basic_items(*principal_record(*answer)))
                                 .verdict();
        CHECK((c.may_pass || verdict != Verdict::Pass));
        CHECK((c.may_stop || verdict != Verdict::Stop));
    }
}

TEST_CASE("what is particular about a record arrives") {
    const auto record_of = [](const char* scenario) {
        const auto answer = Bench(scenario).ask(first_patient());
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
    const auto paper = Bench("paper-prescription").ask(first_patient());
    CHECK(paper->prescription.means(eligibility::PrescriptionForm::Paper));
}

TEST_CASE("the consent to the limit brings the limit") {
    const auto answer = Bench("eligible").ask(first_patient());
    REQUIRE(answer);
    const auto& person = answer->persons.front();
    REQUIRE(person.high_cost_limit);
    REQUIRE(person.consents.front().is_given());
}

TEST_CASE("who is not registered gets 該当資格なし whatever the scenario") {
    eligibility::KnownPatient stranger = first_patient();
    stranger.insurance.number = "9999";
    Bench bench("eligible");
    const auto answer = bench.ask(stranger);
    REQUIRE(answer);
    REQUIRE(decide_outcome(*answer, bench.today()).kind == OutcomeKind::None);
}

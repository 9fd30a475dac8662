#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include "hw-sim/eligibility/eligibility_service.hpp"
#include "hw-sim/eligibility/insured_register.hpp"
#include "hw-sim/eligibility/patient_index_file.hpp"
#include "hw-sim/eligibility/service_scenario.hpp"

#include <catch2/catch.hpp>

#include <fstream>

namespace madoguchi::test {

using namespace terminal;

namespace {

using std::chrono::milliseconds;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto longest_wait = 60s;

std::string wanted_number(const BenchOptions& options, const sim::Persona& persona) {
    return options.surface_number.empty() ? persona.verification_number_b()
                                          : options.surface_number;
}

// Somebody else's authorities: same form, other keys.
sim::SimulatedIssuer& foreign_issuer() {
    static sim::MemoryKeyStore keys;
    static sim::SimulatedIssuer issuer(keys);
    return issuer;
}

bool waits_for_a_person(Phase phase) {
    switch (phase) {
    case Phase::Recognising:
    case Phase::ReadingNumber:
    case Phase::ReadingCard:
    case Phase::MatchingFace:
    case Phase::CheckingPin:
    case Phase::CheckingEligibility:
        return false;
    default:
        return true;
    }
}

template <typename Value>
Value expect(Result<Value> result) {
    INFO((result ? std::string_view() : result.error().text()));
    REQUIRE(result.has_value());
    return std::move(*result);
}

} // namespace

ReceptionBench::ReceptionBench(const BenchOptions& options)
    : options_(options), persona_(test::persona(options.persona)), card_(card_of(options.persona)),
      surface_(wanted_number(options, persona_), options.surface_fails) {
    auto& anchors = options.with_our_anchors ? issuer() : foreign_issuer();
    REQUIRE(anchors.export_trust_anchors(folder() / "anchors").has_value());
    write_index(options.in_patient_index);
    if (options.with_hand_over_folder) {
        std::filesystem::create_directory(folder() / "hand-over");
    }
    official_reader_ = expect(sim::OfficialReader::open(
        folder() / "face",
        expect(sim::InsuredRegister::load(persona_folder(persona_.id).parent_path())), clock_));
    if (options.with_eligibility_folder) {
        serve_eligibility(options.scenario);
    }
    link_ = std::make_unique<eligibility::oqs::OqsFolderLink>(
        eligibility::oqs::OqsFolderSettings{folder() / "eligibility", {}, 5ms, 300ms});
    later_link_ = std::make_unique<eligibility::oqs::OqsFolderLink>(
        eligibility::oqs::OqsFolderSettings{folder() / "eligibility", {}, 5ms, 300ms});
    if (options.with_later_list) {
        later_list_ =
            std::make_shared<LaterList>(expect(LaterList::open(folder() / "later.sqlite", clock_)));
    }
    start_again();
}

void ReceptionBench::start_again() {
    reception_.reset();
    monitor_ = reader_.monitor();
    reception_ = std::make_unique<RunningReception>(ReceptionPorts{readers_, *monitor_, &surface_,
                                                                   options_.camera, decoder_,
                                                                   *link_, *later_link_, clock_},
                                                    settings(options_));
}

ReceptionBench::~ReceptionBench() {
    readers_.release();
    reception_.reset();
}

void ReceptionBench::write_index(bool with_person) {
    const auto people =
        expect(sim::InsuredRegister::load(persona_folder(persona_.id).parent_path()));
    const auto file = folder() / "patients.csv";
    REQUIRE(sim::write_patient_index(file, people).has_value());
    if (!with_person) {
        std::ifstream whole(file);
        std::string header;
        std::getline(whole, header);
        std::ofstream(file) << header << '\n';
    }
}

void ReceptionBench::serve_eligibility(const std::string& scenario) {
    std::filesystem::create_directory(folder() / "eligibility");
    sim::EligibilityServiceSettings wanted;
    wanted.folder = folder() / "eligibility";
    wanted.scenario = sim::find_scenario(scenario);
    REQUIRE(wanted.scenario != nullptr);
    wanted.delay = 10ms;
    auto people = expect(sim::InsuredRegister::load(persona_folder(persona_.id).parent_path()));
    auto service = std::make_shared<sim::EligibilityService>(
        expect(sim::EligibilityService::open(wanted, std::move(people), clock_)));
    eligibility_service_ = std::jthread([service](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            static_cast<void>(service->work());
            std::this_thread::sleep_for(5ms);
        }
    });
}

ReceptionSettings ReceptionBench::settings(const BenchOptions& wanted) const {
    ReceptionOptions options;
    options.longest_silence = wanted.longest_silence;
    if (wanted.patience) {
        options.time_limit = [patience = *wanted.patience](Phase phase) {
            return waits_for_a_person(phase) ? patience : milliseconds(time_limit(phase));
        };
    }
    options.consent_items = {eligibility::ConsentItem::Medication,
                             eligibility::ConsentItem::HealthCheckup};
    return {{},
            std::move(options),
            {folder() / "patients.csv",
             folder() / "hand-over",
             "9919999999",
             wanted.eligibility_deadline,
             {},
             std::chrono::days(400),
             {wanted.face_wait ? folder() / "face" : std::filesystem::path(),
              wanted.face_wait.value_or(0ms)}},
            expect(jpki::TrustAnchors::load(folder() / "anchors")),
            wanted.face(),
            expect(AuditJournal::open(folder() / "journal.sqlite")),
            later_list_,
            {},
            expect(AuditJournal::open(folder() / "journal.sqlite")),
            ties(wanted)};
}

std::optional<TieStore> ReceptionBench::ties(const BenchOptions& wanted) const {
    if (!wanted.with_ties) {
        return std::nullopt;
    }
    return expect(TieStore::open(folder() / "ties.sqlite"));
}

HeadlessWishes ReceptionBench::pin_wishes(std::string_view pin) const {
    const std::string_view digits = pin.empty() ? persona_.pins.authentication : pin;
    HeadlessWishes wishes;
    wishes.way = Way::Pin;
    wishes.pin = expect(apdu::Pin::from_digits(SecretBytes(as_bytes(digits)), 4, 4));
    wishes.patience = longest_wait;
    return wishes;
}

HeadlessResult ReceptionBench::receive(HeadlessWishes wishes) {
    insert();
    return receive_one(desk(), std::move(wishes));
}

HeadlessResult ReceptionBench::receive_by_pin(std::string_view pin) {
    return receive(pin_wishes(pin));
}

void ReceptionBench::take_card() {
    reader_.remove();
    // A failure without a card is shown for a while; a patient would press on.
    const Deadline deadline = Deadline::after(longest_wait);
    while (desk().views().newest().value->state.phase != Phase::Idle && !deadline.has_passed()) {
        if (desk().views().newest().value->state.phase == Phase::ShowingCardGone) {
            static_cast<void>(desk().submit(PatientAction(action::Cancel{})));
        }
        std::this_thread::sleep_for(2ms);
    }
    CHECK(desk().views().newest().value->state.phase == Phase::Idle);
}

DeskView ReceptionBench::wait_for(Phase phase) {
    const Deadline deadline = Deadline::after(longest_wait);
    auto edition = desk().views().newest();
    while (edition.value->state.phase != phase && !deadline.has_passed()) {
        edition = desk().views().wait_after(edition.number, 50ms);
    }
    INFO("waiting for " << name_of(phase) << ", in " << name_of(edition.value->state.phase));
    REQUIRE(edition.value->state.phase == phase);
    return *edition.value;
}

PartHealth ReceptionBench::wait_for(Part part, Condition condition) {
    const Deadline deadline = Deadline::after(longest_wait);
    const auto health = [part](const DeskView& view) {
        return view.health[static_cast<std::size_t>(part)];
    };
    auto edition = desk().views().newest();
    while (health(*edition.value).condition != condition && !deadline.has_passed()) {
        edition = desk().views().wait_after(edition.number, 50ms);
    }
    INFO("waiting for " << name_of(part) << " to be " << name_of(condition));
    REQUIRE(health(*edition.value).condition == condition);
    return health(*edition.value);
}

void ReceptionBench::wait_for(eligibility::Fit fit, std::uint64_t count) {
    const Deadline deadline = Deadline::after(longest_wait);
    auto edition = desk().views().newest();
    while (edition.value->face_files.counts.of(fit) < count && !deadline.has_passed()) {
        edition = desk().views().wait_after(edition.number, 50ms);
    }
    INFO("waiting for a face file that is " << name_of(fit));
    REQUIRE(edition.value->face_files.counts.of(fit) == count);
}

void ReceptionBench::next_patient(const std::string& persona, std::string_view kind) {
    persona_ = holder(persona, kind);
    card_ = card_of(persona, kind);
    surface_.show(persona_.verification_number_b());
}

void ReceptionBench::press(PatientAction action) {
    CHECK(desk().submit(std::move(action)) == ActionVerdict::Done);
}

void ReceptionBench::press(StaffAction action) {
    CHECK(desk().submit(action) == ActionVerdict::Done);
}

bool ReceptionBench::wait_for_later(LaterState state) {
    const Deadline deadline = Deadline::after(60s); // it leaves a service that is away alone
    while (!deadline.has_passed()) {
        const auto rows = expect(later_list_->rows());
        if (rows.size() == 1 && rows.front().state == state) {
            return true;
        }
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

std::vector<AuditRow> ReceptionBench::journal_of(std::size_t rows) {
    const auto journal = expect(AuditJournal::open(folder() / "journal.sqlite"));
    const Deadline deadline = Deadline::after(longest_wait);
    auto found = expect(journal.rows());
    while (found.size() < rows && !deadline.has_passed()) {
        std::this_thread::sleep_for(5ms);
        found = expect(journal.rows());
    }
    return found;
}

} // namespace madoguchi::test

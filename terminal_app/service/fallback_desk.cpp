#include "terminal_app/service/fallback_desk.hpp"

#include "eligibility/fallback/insurer_number.hpp"
#include "eligibility/identity/name_comparison.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "hal/base/log.hpp"
#include "hal/base/secret.hpp"
#include "terminal_app/service/fallback_record.hpp"
#include "terminal_app/service/session_name.hpp"

#include <array>

namespace madoguchi::terminal {

namespace {

using namespace eligibility;
using std::chrono_literals::operator""min;

constexpr auto longest_case = 30min;

bool is_paper(FallbackStep step) {
    return step == FallbackStep::PortalScreen || step == FallbackStep::EligibilityNotice ||
           step == FallbackStep::InsuranceCertificate ||
           step == FallbackStep::EligibilityCertificate;
}

ShareSource source_of(FallbackStep step) {
    switch (step) {
    case FallbackStep::PortalScreen:
    case FallbackStep::EligibilityNotice:
        return ShareSource::Notice;
    case FallbackStep::PastVisit:
        return ShareSource::PastVisit;
    case FallbackStep::Declaration:
        return ShareSource::Declared;
    default:
        return ShareSource::Certificate;
    }
}

// Notice and portal screen have fewer fields than the certificate: number and share must stand.
bool is_usable(FallbackStep step, const CertificateEntry& paper, CivilDate day) {
    if (step == FallbackStep::EligibilityCertificate) {
        return faults_of(paper, day).empty();
    }
    return !judge_insurer_number(paper.insurance.insurer_number) &&
           !paper.insurance.number.empty() && parse_share(paper.copay_percent);
}

void wipe_items(BasicItems& items) {
    for (std::string* text :
         {&items.name, &items.kana, &items.other_name, &items.other_kana, &items.address}) {
        wipe(*text);
    }
}

} // namespace

struct FallbackDesk::Case {
    UnsettledVisit visit;
    FallbackOpening opening;
    Declaration declaration;
    std::optional<InsuranceIdentity> shown; // on a paper
    std::vector<CopayShare> shares;
    std::optional<FallbackStep> done;
    bool is_begun = false;
    MonotonicTime began{};

    Case(UnsettledVisit wanted, MonotonicTime now) : visit(std::move(wanted)), began(now) {}
    ~Case() {
        wipe_items(visit.person);
        wipe_items(declaration.person);
        wipe(opening.note);
        wipe(declaration.contact);
        wipe(declaration.employer);
    }
    Case(const Case&) = delete;
    Case& operator=(const Case&) = delete;

    [[nodiscard]] bool knows_person() const { return !visit.person.name.empty(); }
};

std::string_view name_of(FallbackRefusal refusal) noexcept {
    constexpr std::array<std::string_view, 7> names{
        "nothing-open",     "already-done",  "note-needed",     "step-not-allowed",
        "entry-incomplete", "no-past-visit", "hand-over-failed"};
    return names.at(static_cast<std::size_t>(refusal));
}

FallbackDesk::FallbackDesk(std::filesystem::path hand_over_folder, const Clock& clock)
    : hand_over_folder_(std::move(hand_over_folder)), clock_(clock) {
}
FallbackDesk::~FallbackDesk() = default;

CivilDate FallbackDesk::today() const {
    return date_in_japan(clock_.civil_now());
}

void FallbackDesk::forget_the_old() {
    if (case_ != nullptr && clock_.monotonic_now() - case_->began > longest_case) {
        case_.reset();
    }
}

void FallbackDesk::offer(UnsettledVisit visit) {
    const std::scoped_lock lock(mutex_);
    forget_the_old();
    if (case_ == nullptr || !case_->is_begun) {
        case_ = std::make_unique<Case>(std::move(visit), clock_.monotonic_now());
        case_->opening.has_card = true;
    }
}

std::optional<FallbackRefusal> FallbackDesk::begin(FallbackOpening opening) {
    const std::scoped_lock lock(mutex_);
    forget_the_old();
    if (!rule_of(opening.circumstance).note_needed.empty() && opening.note.empty()) {
        return FallbackRefusal::NoteNeeded;
    }
    if (case_ == nullptr) {
        case_ = std::make_unique<Case>(UnsettledVisit{}, clock_.monotonic_now());
    }
    if (case_->done) {
        return FallbackRefusal::AlreadyDone;
    }
    case_->opening = std::move(opening);
    case_->is_begun = true;
    log::write(log::Level::Info, "fallback_begun",
               {{"circumstance", log::HarmlessText(rule_of(case_->opening.circumstance).name)}});
    return std::nullopt;
}

std::optional<FallbackRefusal> FallbackDesk::use(FallbackUse use) {
    const std::scoped_lock lock(mutex_);
    forget_the_old();
    if (case_ == nullptr || !case_->is_begun) {
        return FallbackRefusal::NothingOpen;
    }
    if (case_->done) {
        return FallbackRefusal::AlreadyDone;
    }
    const FallbackOpening& opening = case_->opening;
    if (use.step == FallbackStep::CardOnReader || // that is the reception's own
        judge_step({use.step, opening.has_card, opening.circumstance}, today())) {
        return FallbackRefusal::StepNotAllowed;
    }
    const FallbackStep step = use.step;
    if (const auto refusal = take_over(std::move(use))) {
        return refusal;
    }
    if (const auto written = hand_over(step); !written) {
        log::write_error(log::Level::Error, "fallback_not_handed_over", written.error());
        return FallbackRefusal::HandOverFailed;
    }
    case_->done = step;
    log::write(log::Level::Info, "fallback_used", {{"step", log::HarmlessText(name_of(step))}});
    return std::nullopt;
}

std::optional<FallbackRefusal> FallbackDesk::take_over(FallbackUse use) {
    case_->shown.reset();
    case_->shares.clear();
    if (is_paper(use.step)) {
        if (!use.paper || !is_usable(use.step, *use.paper, today())) {
            return FallbackRefusal::EntryIncomplete;
        }
        case_->shown = use.paper->insurance;
        case_->shares.push_back({*parse_share(use.paper->copay_percent), source_of(use.step)});
    } else if (use.step == FallbackStep::PastVisit) {
        if (!case_->visit.insurance) {
            return FallbackRefusal::NoPastVisit;
        }
    } else if (use.declaration) {
        case_->declaration = std::move(*use.declaration);
        if (const auto share = parse_share(case_->declaration.copay_percent)) {
            case_->shares.push_back({*share, ShareSource::Declared});
        }
    }
    return std::nullopt;
}

void FallbackDesk::close() {
    const std::scoped_lock lock(mutex_);
    case_.reset();
}

ProperShare FallbackDesk::share() const {
    const auto& born = case_->knows_person() ? case_->visit.person.birth_date
                                             : case_->declaration.person.birth_date;
    return proper_share(case_->shares, born, today());
}

// What the card's answer called invalid is the past number; what staff confirmed with the patient,
// or saw on a paper, the current one.
ClaimHint FallbackDesk::claim() const {
    ClaimKnowledge known;
    known.current = case_->shown;
    if (!known.current && case_->done == FallbackStep::PastVisit) {
        known.current = case_->visit.insurance;
    }
    known.past = case_->visit.insurance;
    if (!rule_of(case_->opening.circumstance).hides_address) {
        known.address =
            case_->knows_person() ? case_->visit.person.address : case_->declaration.person.address;
    }
    known.employer = case_->declaration.employer;
    known.contact = case_->declaration.contact;
    return claim_hint(known);
}

std::optional<FallbackView> FallbackDesk::view() {
    const std::scoped_lock lock(mutex_);
    forget_the_old();
    if (case_ == nullptr) {
        return std::nullopt;
    }
    FallbackView view;
    view.opening = case_->opening;
    view.why = case_->visit.why;
    view.is_begun = case_->is_begun;
    view.knows_person = case_->knows_person();
    for (const FallbackStep step : ladder_on(today())) {
        view.steps.push_back(
            {step,
             judge_step({step, case_->opening.has_card, case_->opening.circumstance}, today())});
    }
    view.done = case_->done;
    view.share = share();
    view.claim = claim();
    return view;
}

PaperCheck FallbackDesk::check(const CertificateEntry& paper) {
    const std::scoped_lock lock(mutex_);
    PaperCheck result{faults_of(paper, today()), std::nullopt};
    if (case_ != nullptr && case_->knows_person() && !paper.name.empty()) {
        result.name = identity::compare_names({paper.name, {}}, {case_->visit.person.name, {}},
                                              identity::ComparisonTables::built_in())
                          .agreement;
    }
    return result;
}

std::optional<std::string> FallbackDesk::declaration_page() {
    const std::scoped_lock lock(mutex_);
    if (case_ == nullptr || !case_->is_begun) {
        return std::nullopt;
    }
    Declaration declaration = case_->declaration;
    if (case_->knows_person()) {
        declaration.person = case_->visit.person;
    }
    declaration.day = today();
    declaration.hides_address = rule_of(case_->opening.circumstance).hides_address;
    return eligibility::declaration_page(declaration);
}

Result<void> FallbackDesk::hand_over(FallbackStep step) const {
    const FallbackRecord record{step,    case_->opening, case_->visit,
                                share(), claim(),        clock_.civil_now()};
    const std::string name = fallback_record_name(record.at, MADOGUCHI_TRY(fresh_session_name()));
    const std::string text = fallback_record_json(record);
    const auto placed = MADOGUCHI_TRY(oqs::place_file(hand_over_folder_, name, as_bytes(text)));
    if (placed != oqs::Placing::Placed) {
        return fail(ErrorCode::LinkUnavailable, "the hand-over folder refuses the name");
    }
    return {};
}

} // namespace madoguchi::terminal

#include "terminal_app/service/eligibility_service.hpp"

#include "eligibility/identity/patient_lookup.hpp"
#include "hal/base/log.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/service/session_name.hpp"

#include <fmt/format.h>

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto check_interval = 5s;
constexpr const char* face_file = "face-file"; // beside the names of links
constexpr auto look_interval = 1s; // for answers that come unasked, while nothing waits for one

Event failed(SessionId session, const Error& error) {
    log::write_error(log::Level::Warning, "eligibility_failed", error);
    return event::SessionFailed{session, failure_reason_of(error)};
}

// The index is ours: whatever is wrong with it is a matter of settings, not of the card.
Event index_failed(SessionId session, const Error& error) {
    log::write_error(log::Level::Error, "patient_index_unusable", error);
    return event::SessionFailed{session, FailureReason::SystemConfig};
}

std::string_view serial_number_of(const EligibilityTask& task) {
    return task.certificate
               ? std::string_view(reinterpret_cast<const char*>(task.certificate->data()),
                                  task.certificate->size())
               : std::string_view();
}

// "M20261120-1f3c7a"
std::string incident_number(CivilDate day, const std::string& session_name) {
    constexpr std::size_t distinct = 6;
    return fmt::format("M{:04}{:02}{:02}-{}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       session_name.substr(0, distinct));
}

} // namespace

EligibilityService::EligibilityService(eligibility::EligibilityLink& link,
                                       EligibilitySettings settings, KeepLater keep_later,
                                       std::optional<TieStore> ties, const Clock& clock, Post post)
    : link_(link), settings_(std::move(settings)), keep_later_(std::move(keep_later)),
      clock_(clock), post_(std::move(post)), ties_(std::move(ties), settings_.keep_ties, clock),
      unasked_(settings_.unasked.folder.empty()
                   ? nullptr
                   : std::make_unique<UnaskedAnswers>(settings_.unasked, settings_.facility_code,
                                                      clock_, post_)),
      worker_([this](const Command& command) { carry_out(command); }, [this] { look_after(); },
              200ms) {
}

bool EligibilityService::expect(PersonAtDesk person) {
    return unasked_ == nullptr || worker_.post(std::move(person));
}

bool EligibilityService::forget() {
    return unasked_ == nullptr || worker_.post(SessionOver{});
}

void EligibilityService::carry_out(const Command& command) {
    if (const auto* task = std::get_if<EligibilityTask>(&command)) {
        post_(Report{answer(*task), {}});
    } else if (const auto* person = std::get_if<PersonAtDesk>(&command)) {
        expect_unasked(*person);
    } else {
        unasked_->forget();
    }
}

void EligibilityService::expect_unasked(const PersonAtDesk& person) {
    const eligibility::BasicItems card = basic_items(person.card->basic_four());
    const auto index = eligibility::PatientIndex::load(settings_.patient_index);
    const auto lookup = index ? eligibility::identity::find_patient(*index, card)
                              : eligibility::identity::PatientLookup();
    const auto* found = std::get_if<eligibility::identity::PatientFound>(&lookup);
    unasked_->expect(card, found != nullptr ? &found->patient : nullptr);
}

Event EligibilityService::answer(const EligibilityTask& task) {
    // Read anew each time: the clinic's index changes during the day.
    const auto index = eligibility::PatientIndex::load(settings_.patient_index);
    if (!index) {
        return index_failed(task.session, index.error());
    }
    auto session_name = fresh_session_name();
    if (!session_name) {
        return failed(task.session, session_name.error());
    }
    Visit visit{task, std::move(*session_name), {}};
    visit.question.visit_day = date_in_japan(clock_.civil_now());
    visit.question.person = basic_items(task.card->basic_four());
    const auto lookup = eligibility::identity::find_patient(*index, visit.question.person);
    if (const auto* found = std::get_if<eligibility::identity::PatientFound>(&lookup)) {
        visit.question.reference_number = found->patient.reference_number;
        visit.question.insurance = found->patient.insurance;
        visit.question.birth_date = found->patient.items.birth_date.value_or(CivilDate{});
    }
    if (unasked_ != nullptr) {
        if (auto event = answer_unasked(visit)) {
            return *event;
        }
    }
    return ask_by_number(visit);
}

// Nothing: none came for this person, and the number route is left.
std::optional<Event> EligibilityService::answer_unasked(const Visit& visit) {
    const auto is_over = [this] { return worker_.is_wanted_elsewhere(); };
    if (auto answer = unasked_->wait(is_over)) {
        const auto* record = principal_record(*answer);
        const auto insurance = record != nullptr ? record->insurance : visit.question.insurance;
        const ChartFound chart{visit.task.session, visit.question.reference_number, insurance,
                               face_file};
        post_(chart);
        return judge(visit, chart, std::move(*answer));
    }
    if (is_over()) { // nobody waits for it at the desk
        keep_for_later(visit, FailureReason::SystemCancelled);
        return event::SessionFailed{visit.task.session, FailureReason::SystemCancelled};
    }
    return std::nullopt;
}

Event EligibilityService::ask_by_number(const Visit& visit) {
    const LaterQuestion& question = visit.question;
    if (question.reference_number.empty()) {
        return event::SessionFailed{visit.task.session, FailureReason::IdentityUnknown};
    }
    const ChartFound chart{visit.task.session, question.reference_number, question.insurance,
                           std::string(link_.name())};
    post_(chart);
    const eligibility::EligibilityRequest request{visit.session_name,      question.visit_day,
                                                  settings_.facility_code, question.insurance,
                                                  question.birth_date,     visit.task.consents};
    auto answer = link_.ask(request, Deadline::after(settings_.deadline));
    if (!answer) {
        const FailureReason reason = failure_reason_of(answer.error());
        tell_health(reason == FailureReason::LinkFolder ? Condition::Down : Condition::Degraded,
                    reason);
        keep_for_later(visit, reason);
        return failed(visit.task.session, answer.error());
    }
    tell_health(Condition::Ok, std::nullopt);
    return judge(visit, chart, std::move(*answer));
}

Event EligibilityService::judge(const Visit& visit, const ChartFound& chart,
                                eligibility::EligibilityAnswer answer) {
    using eligibility::OutcomeKind;
    const EligibilityTask& task = visit.task;
    AnswerReview review = review_answer(
        {visit.question.person, eligibility::identity::card_mark(serial_number_of(task), ties_),
         chart.insurance, chart.reference_number, visit.question.visit_day},
        std::move(answer), ties_);
    tell_ties_health();
    const OutcomeKind outcome = review.outcome.kind;
    if (outcome == OutcomeKind::Unreadable || outcome == OutcomeKind::Pending ||
        outcome == OutcomeKind::Failed) {
        keep_for_later(visit, FailureReason::AnswerUnreadable);
    }
    if (outcome == OutcomeKind::Unreadable) {
        return event::SessionFailed{task.session, FailureReason::AnswerUnreadable};
    }
    log::write(log::Level::Info, "eligibility_answered",
               {{"outcome", log::HarmlessText(name_of(outcome))},
                {"identity", log::HarmlessText(name_of(review.verdict))}});
    if (review.is_quarantined()) {
        return quarantine(visit, chart, review);
    }
    const auto handed_over = hand_over(visit, std::move(review.answer));
    if (!handed_over) {
        log::write_error(log::Level::Error, "hand_over_failed", handed_over.error());
        return event::SessionFailed{task.session, FailureReason::SystemHandOver};
    }
    AnswerSummary summary{std::move(review.notices),
                          handed_over->replacements,
                          {},
                          review.outcome.note_code,
                          review.outcome.note_message,
                          {},
                          {},
                          joined(handed_over->contents)};
    if (!summary.replacements.empty()) {
        summary.notices.push_back(StaffNotice::CharactersReplaced);
    }
    post_(AnswerReport{chart, std::move(summary)});
    return event::EligibilityAnswered{task.session, outcome,
                                      review.verdict == eligibility::identity::Verdict::Staff};
}

// Nothing of the answer leaves: neither a word of it nor its outcome. The number lets
// clinic, insurer and authority speak of the same case.
Event EligibilityService::quarantine(const Visit& visit, const ChartFound& chart,
                                     const AnswerReview& review) {
    AnswerSummary summary;
    summary.signals = review.signals;
    summary.incident = incident_number(visit.question.visit_day, visit.session_name);
    summary.evidence = summary.incident + ":" + review.evidence;
    log::write(log::Level::Warning, "answer_quarantined",
               {{"signals", static_cast<std::int64_t>(review.signals.size())}});
    post_(AnswerReport{chart, std::move(summary)});
    return event::SessionFailed{visit.task.session, FailureReason::IdentityMismatch};
}

void EligibilityService::keep_for_later(const Visit& visit, FailureReason why) {
    if (!visit.question.reference_number.empty() && keep_later_(visit.question, why)) {
        post_(LaterKept{visit.task.session});
    }
}

Result<eligibility::HandedOver>
EligibilityService::hand_over(const Visit& visit, eligibility::EligibilityAnswer answer) const {
    const eligibility::HandOverWriter writer(settings_.hand_over_folder,
                                             settings_.hand_over_format);
    return writer.write({std::move(answer), visit.task.consents, settings_.facility_code,
                         visit.session_name, clock_.civil_now()});
}

void EligibilityService::look_after() {
    const MonotonicTime now = clock_.monotonic_now();
    if (unasked_ != nullptr && now >= next_look_) {
        next_look_ = now + look_interval;
        unasked_->look();
    }
    if (now < next_check_) {
        return;
    }
    next_check_ = now + check_interval;
    check_link();
    ties_.tidy();
    tell_ties_health();
}

void EligibilityService::check_link() {
    const auto open = link_.check();
    if (!open) {
        tell_health(Condition::Down, failure_reason_of(open.error()));
    } else if (const auto unasked = unasked_ != nullptr ? unasked_->check() : Result<void>();
               !unasked) { // the number route is left
        tell_health(Condition::Degraded, failure_reason_of(unasked.error()));
    } else if (!told_ || told_->condition == Condition::Down ||
               told_->reason == FailureReason::LinkFolder) {
        tell_health(Condition::Ok, std::nullopt);
    }
}

void EligibilityService::tell_health(Condition condition, std::optional<FailureReason> reason) {
    if (!told_ || told_->condition != condition || told_->reason != reason) {
        told_ = PartHealth{Part::Eligibility, condition, reason};
        post_(*told_);
    }
}

// Receptions go on without: only what happened before the start is not known then.
void EligibilityService::tell_ties_health() {
    if (told_durable_ != ties_.is_durable()) {
        told_durable_ = ties_.is_durable();
        post_(*told_durable_
                  ? PartHealth{Part::Ties, Condition::Ok, {}}
                  : PartHealth{Part::Ties, Condition::Degraded, FailureReason::SystemStorage});
    }
}

} // namespace madoguchi::terminal

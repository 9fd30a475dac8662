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
      worker_(
          [this](const EligibilityTask& task) {
              post_(Report{answer(task), {}});
          },
          [this] { look_after(); }, 200ms) {
}

Event EligibilityService::answer(const EligibilityTask& task) {
    // Read anew each time: the clinic's index changes during the day.
    const auto index = eligibility::PatientIndex::load(settings_.patient_index);
    if (!index) {
        return index_failed(task.session, index.error());
    }
    const eligibility::BasicItems card = basic_items(task.card->basic_four());
    const auto lookup = eligibility::identity::find_patient(*index, card);
    const auto* found = std::get_if<eligibility::identity::PatientFound>(&lookup);
    if (found == nullptr) {
        return event::SessionFailed{task.session, FailureReason::IdentityUnknown};
    }
    const auto session_name = fresh_session_name();
    if (!session_name) {
        return failed(task.session, session_name.error());
    }
    const LaterQuestion question{date_in_japan(clock_.civil_now()), found->patient.reference_number,
                                 found->patient.insurance,
                                 found->patient.items.birth_date.value_or(CivilDate{}), card};
    post_(chart_of(task.session, question));
    const eligibility::EligibilityRequest request{*session_name,           question.visit_day,
                                                  settings_.facility_code, question.insurance,
                                                  question.birth_date,     task.consents};
    auto answer = link_.ask(request, Deadline::after(settings_.deadline));
    if (!answer) {
        const FailureReason reason = failure_reason_of(answer.error());
        tell_health(reason == FailureReason::LinkFolder ? Condition::Down : Condition::Degraded,
                    reason);
        keep_for_later(task.session, question, reason);
        return failed(task.session, answer.error());
    }
    tell_health(Condition::Ok, std::nullopt);
    return judge(task, *session_name, question, std::move(*answer));
}

Event EligibilityService::judge(const EligibilityTask& task, const std::string& session_name,
                                const LaterQuestion& question,
                                eligibility::EligibilityAnswer answer) {
    using eligibility::OutcomeKind;
    AnswerReview review = review_answer(
        {question.person, eligibility::identity::card_mark(serial_number_of(task), ties_),
         question.insurance, question.reference_number, question.visit_day},
        std::move(answer), ties_);
    tell_ties_health();
    const OutcomeKind outcome = review.outcome.kind;
    if (outcome == OutcomeKind::Unreadable || outcome == OutcomeKind::Pending ||
        outcome == OutcomeKind::Failed) {
        keep_for_later(task.session, question, FailureReason::AnswerUnreadable);
    }
    if (outcome == OutcomeKind::Unreadable) {
        return event::SessionFailed{task.session, FailureReason::AnswerUnreadable};
    }
    log::write(log::Level::Info, "eligibility_answered",
               {{"outcome", log::HarmlessText(name_of(outcome))},
                {"identity", log::HarmlessText(name_of(review.verdict))}});
    if (review.is_quarantined()) {
        return quarantine(task.session, session_name, question, review);
    }
    const auto handed_over = hand_over(task, session_name, std::move(review.answer));
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
    post_(AnswerReport{chart_of(task.session, question), std::move(summary)});
    return event::EligibilityAnswered{task.session, outcome,
                                      review.verdict == eligibility::identity::Verdict::Staff};
}

// Nothing of the answer leaves: neither a word of it nor its outcome. The number lets
// clinic, insurer and authority speak of the same case.
Event EligibilityService::quarantine(SessionId session, const std::string& session_name,
                                     const LaterQuestion& question, const AnswerReview& review) {
    AnswerSummary summary;
    summary.signals = review.signals;
    summary.incident = incident_number(question.visit_day, session_name);
    summary.evidence = summary.incident + ":" + review.evidence;
    log::write(log::Level::Warning, "answer_quarantined",
               {{"signals", static_cast<std::int64_t>(review.signals.size())}});
    post_(AnswerReport{chart_of(session, question), std::move(summary)});
    return event::SessionFailed{session, FailureReason::IdentityMismatch};
}

ChartFound EligibilityService::chart_of(SessionId session, const LaterQuestion& question) const {
    return {session, question.reference_number, question.insurance, std::string(link_.name())};
}

void EligibilityService::keep_for_later(SessionId session, const LaterQuestion& question,
                                        FailureReason why) {
    if (keep_later_(question, why)) {
        post_(LaterKept{session});
    }
}

Result<eligibility::HandedOver>
EligibilityService::hand_over(const EligibilityTask& task, const std::string& session_name,
                              eligibility::EligibilityAnswer answer) const {
    const eligibility::HandOverWriter writer(settings_.hand_over_folder,
                                             settings_.hand_over_format);
    return writer.write({std::move(answer), task.consents, settings_.facility_code, session_name,
                         clock_.civil_now()});
}

void EligibilityService::look_after() {
    const MonotonicTime now = clock_.monotonic_now();
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
    } else if (!told_ || told_->condition == Condition::Down) {
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

#include "terminal_app/service/eligibility_service.hpp"

#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/identity/patient_lookup.hpp"
#include "hal/base/log.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/service/session_name.hpp"

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

} // namespace

EligibilityService::EligibilityService(eligibility::EligibilityLink& link,
                                       EligibilitySettings settings, KeepLater keep_later,
                                       const Clock& clock, Post post)
    : link_(link), settings_(std::move(settings)), keep_later_(std::move(keep_later)),
      clock_(clock), post_(std::move(post)), worker_(
                                                 [this](const EligibilityTask& task) {
                                                     post_(Report{answer(task), {}});
                                                 },
                                                 [this] { check_link(); }, 200ms) {
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
    const eligibility::EligibilityRequest request{*session_name,           question.visit_day,
                                                  settings_.facility_code, question.insurance,
                                                  question.birth_date,     task.consents};
    const auto answer = link_.ask(request, Deadline::after(settings_.deadline));
    if (!answer) {
        tell_health(answer.error().code() == ErrorCode::LinkUnavailable ? Condition::Down
                                                                        : Condition::Degraded,
                    failure_reason_of(answer.error()));
        keep_for_later(task.session, question, failure_reason_of(answer.error()));
        return failed(task.session, answer.error());
    }
    tell_health(Condition::Ok, std::nullopt);
    return judge(task, *session_name, question, *answer);
}

Event EligibilityService::judge(const EligibilityTask& task, const std::string& session_name,
                                const LaterQuestion& question,
                                const eligibility::EligibilityAnswer& answer) {
    using eligibility::OutcomeKind;
    using eligibility::identity::Verdict;
    const auto outcome = eligibility::decide_outcome(answer, question.visit_day);
    if (outcome.kind == OutcomeKind::Unreadable || outcome.kind == OutcomeKind::Pending ||
        outcome.kind == OutcomeKind::Failed) {
        keep_for_later(task.session, question, FailureReason::AnswerUnreadable);
    }
    if (outcome.kind == OutcomeKind::Unreadable) {
        return event::SessionFailed{task.session, FailureReason::AnswerUnreadable};
    }
    Verdict verdict = Verdict::Pass;
    if (const auto* record = eligibility::principal_record(answer)) {
        verdict = eligibility::identity::compare(question.person, basic_items(*record)).verdict();
    }
    log::write(log::Level::Info, "eligibility_answered",
               {{"outcome", log::HarmlessText(name_of(outcome.kind))},
                {"identity", log::HarmlessText(name_of(verdict))}});
    if (verdict == Verdict::Stop) {
        return event::SessionFailed{task.session, FailureReason::IdentityMismatch};
    }
    if (const auto written = hand_over(task, session_name, answer); !written) {
        log::write_error(log::Level::Error, "hand_over_failed", written.error());
        return event::SessionFailed{task.session, FailureReason::SystemHandOver};
    }
    return event::EligibilityAnswered{task.session, outcome.kind, verdict == Verdict::Staff};
}

void EligibilityService::keep_for_later(SessionId session, const LaterQuestion& question,
                                        FailureReason why) {
    if (keep_later_(question, why)) {
        post_(LaterKept{session});
    }
}

Result<void> EligibilityService::hand_over(const EligibilityTask& task,
                                           const std::string& session_name,
                                           const eligibility::EligibilityAnswer& answer) const {
    const eligibility::oqs::HandOverWriter writer(settings_.hand_over_folder);
    MADOGUCHI_TRY(writer.write(
        {answer, task.consents, settings_.facility_code, session_name, clock_.civil_now()}));
    return {};
}

void EligibilityService::check_link() {
    const MonotonicTime now = clock_.monotonic_now();
    if (now < next_check_) {
        return;
    }
    next_check_ = now + check_interval;
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

} // namespace madoguchi::terminal

#include "terminal_app/service/later_confirmation.hpp"

#include "eligibility/hand_over/hand_over_writer.hpp"
#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/model/outcome.hpp"
#include "eligibility/model/session_binding.hpp"
#include "hal/base/log.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/service/session_name.hpp"

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""min;
using std::chrono_literals::operator""h;

// Beyond the deadline of a question: the file work around it, on a slow share.
constexpr auto lease_margin = 2min;

LaterSettlement to_staff(LaterState state, std::string_view reason) {
    return {state, std::string(reason), true, {}};
}

} // namespace

LaterConfirmation::LaterConfirmation(LaterList& list, eligibility::EligibilityLink& link,
                                     LaterSettings settings, const Clock& clock)
    : list_(list), link_(link), settings_(std::move(settings)), clock_(clock), back_off_(1min, 1h),
      settled_(clock) {
}

Result<LaterStep> LaterConfirmation::step() {
    if (!link_.check()) {
        return LaterStep::LinkDown;
    }
    const auto claim = MADOGUCHI_TRY(list_.claim(settings_.deadline + lease_margin));
    if (!claim) {
        return LaterStep::NothingToAsk;
    }
    const CivilTime began_at = clock_.civil_now();
    const MonotonicTime began = clock_.monotonic_now();
    const Asked asked = ask(*claim);
    const LaterSettlement& settlement = asked.settlement;
    if (settlement.was_asked) {
        note(*claim, asked, began_at, began);
    }
    const bool was_ours = MADOGUCHI_TRY(list_.settle(*claim, settlement));
    log::write(log::Level::Info, "later_asked",
               {{"number", claim->number},
                {"state", log::HarmlessText(name_of(settlement.state))},
                {"was_ours", was_ours}});
    return settlement.was_asked ? LaterStep::Asked : LaterStep::LinkDown;
}

LaterConfirmation::Asked LaterConfirmation::ask(const LaterClaim& claim) {
    const auto session_name = fresh_session_name();
    if (!session_name) {
        return {unsettled(claim, "F-SYSTEM-INTERNAL")};
    }
    const eligibility::EligibilityRequest request{*session_name,
                                                  claim.question.visit_day,
                                                  settings_.facility_code,
                                                  claim.question.insurance,
                                                  claim.question.birth_date,
                                                  {}};
    const auto answer = link_.ask(request, Deadline::after(settings_.deadline));
    if (!answer) {
        log::write_error(log::Level::Warning, "later_unanswered", answer.error());
        const FailureReason reason = failure_reason_of(answer.error());
        LaterSettlement settlement = unsettled(claim, std::string(code_of(reason)));
        if (reason == FailureReason::LinkFolder) { // no try is spent on that
            settlement.state = claim.asks == 0 ? LaterState::Waiting : LaterState::Asked;
            settlement.was_asked = false;
        }
        return {settlement};
    }
    if (!eligibility::answers(request, *answer)) {
        return {unsettled(claim, std::string(code_of(FailureReason::AnswerForeign)))};
    }
    return judge(claim, *session_name, *answer);
}

LaterConfirmation::Asked
LaterConfirmation::judge(const LaterClaim& claim, const std::string& session_name,
                         const eligibility::EligibilityAnswer& answer) const {
    using eligibility::OutcomeKind;
    using eligibility::identity::Verdict;
    const auto outcome = eligibility::decide_outcome(answer, claim.question.visit_day);
    const std::string kind(name_of(outcome.kind));
    if (outcome.kind == OutcomeKind::Pending || outcome.kind == OutcomeKind::Failed ||
        outcome.kind == OutcomeKind::Unreadable) {
        return {unsettled(claim, kind), kind};
    }
    if (!outcome.is_eligible()) {
        return {to_staff(LaterState::NeedsStaff, kind), kind};
    }
    const auto* const record = eligibility::principal_record(answer);
    if (record == nullptr) {
        return {to_staff(LaterState::NeedsStaff, "no-single-record"), kind};
    }
    const auto compared =
        eligibility::identity::compare(claim.question.person, eligibility::basic_items(*record));
    if (compared.verdict() != Verdict::Pass) {
        return {to_staff(LaterState::Differs, name_of(compared.verdict())), kind};
    }
    const auto handed_over = hand_over(session_name, answer);
    if (!handed_over) {
        return {unsettled(claim, std::string(code_of(FailureReason::SystemHandOver))), kind};
    }
    return {to_staff(LaterState::Confirmed, kind), kind, joined(handed_over->contents)};
}

void LaterConfirmation::note(const LaterClaim& claim, const Asked& asked, CivilTime began_at,
                             MonotonicTime began) const {
    AuditEntry entry;
    entry.started_at = began_at;
    entry.duration =
        std::chrono::duration_cast<std::chrono::milliseconds>(clock_.monotonic_now() - began);
    entry.way = "later";
    entry.outcome = asked.outcome;
    entry.asked = link_.name();
    entry.record = claim.question.insurance;
    entry.shown = asked.shown;
    settings_.note(entry);
}

LaterSettlement LaterConfirmation::unsettled(const LaterClaim& claim, std::string reason) const {
    if (claim.asks + 1 >= settings_.policy.most_asks) {
        return to_staff(LaterState::NeedsStaff, reason);
    }
    return {LaterState::Asked, std::move(reason), true, back_off_.rest(claim.asks)};
}

std::optional<eligibility::HandedOver>
LaterConfirmation::hand_over(const std::string& session_name,
                             const eligibility::EligibilityAnswer& answer) const {
    const eligibility::HandOverWriter writer(settings_.hand_over_folder,
                                             settings_.hand_over_format);
    auto written =
        writer.write({answer, {}, settings_.facility_code, session_name, clock_.civil_now()});
    if (!written) {
        log::write_error(log::Level::Error, "hand_over_failed", written.error());
        return std::nullopt;
    }
    return std::move(*written);
}

Result<void> LaterConfirmation::tidy() {
    if (!settled_.is_settled()) {
        return {};
    }
    const CivilTime now = clock_.civil_now();
    MADOGUCHI_TRY(list_.give_up_older_than(now - settings_.policy.oldest));
    MADOGUCHI_TRY(list_.wipe_closed_before(now - settings_.policy.keeps_closed));
    return {};
}

} // namespace madoguchi::terminal

// What effects mean: the part of Reception that has the services carry them out.
#include "hal/base/log.hpp"
#include "terminal_app/service/liveness_notice.hpp"
#include "terminal_app/service/reception.hpp"

namespace madoguchi::terminal {

namespace {

std::string names_of_given(const std::vector<eligibility::Consent>& consents) {
    std::string names;
    for (const eligibility::Consent& consent : consents) {
        if (consent.is_given()) {
            names += (names.empty() ? "" : ",") + std::string(name_of(consent.item));
        }
    }
    return names;
}

} // namespace

// A service that takes no more commands hangs.
void Reception::check_posted(bool posted, SessionId session) {
    if (!posted) {
        take(event::SessionFailed{session, FailureReason::SystemInternal});
    }
}

void Reception::perform(const effect::RecogniseCard& effect) {
    check_posted(services_->card.post(card_command::Recognise{effect.session, session_reader_}),
                 effect.session);
}

void Reception::perform(const effect::ReadFront& effect) {
    check_posted(services_->surface.read_ahead(effect.session), effect.session);
}

void Reception::perform(const effect::ObtainCardData& effect) {
    if (!vault_.has_data_for(effect.way)) {
        if (number_was_rejected_) { // what was read wrongly once would cost the next try too
            take(event::NumberNotRead{effect.session, FailureReason::NumberRejected});
            return;
        }
        return check_posted(services_->surface.give_number(effect.session, state_.front_number),
                            effect.session);
    }
    switch (effect.way) {
    case Way::Face:
        take(event::FaceDataRead{effect.session});
        return;
    case Way::Pin:
        return check_posted(services_->card.post(card_command::AskPinCounter{effect.session}),
                            effect.session);
    case Way::Visual:
        take(event::VisualDataRead{effect.session});
        return;
    }
}

void Reception::perform(const effect::ReadCard& effect) {
    auto number = vault_.take_number();
    if (!number) {
        return check_posted(false, effect.session);
    }
    check_posted(
        services_->card.post(card_command::Read{effect.session, effect.way, std::move(*number)}),
        effect.session);
}

void Reception::perform(const effect::WarmUpCamera& effect) {
    check_posted(services_->face.warm_up(effect.session), effect.session);
}

void Reception::perform(const effect::LookAhead& effect) {
    check_posted(services_->face.look_ahead(effect.session), effect.session);
}

void Reception::perform(const effect::MatchFace& effect) {
    check_posted(services_->face.match(effect.session, vault_.card()), effect.session);
}

void Reception::perform(const effect::StopFace& /*effect*/) {
    services_->face.release();
}

void Reception::perform(const effect::CheckPin& effect) {
    auto pin = vault_.take_pin();
    if (!pin) {
        return check_posted(false, effect.session);
    }
    auto policy = effect.last_try_confirmed
                      ? apdu::PinPolicy(apdu::LastTryConfirmation::by_person())
                      : apdu::PinPolicy();
    check_posted(services_->card.post(card_command::CheckPin{effect.session, std::move(*pin),
                                                             std::move(policy), vault_.card()}),
                 effect.session);
}

void Reception::perform(const effect::AskEligibility& effect) {
    check_posted(services_->eligibility.ask({effect.session, effect.evidence, effect.consents,
                                             vault_.card(), vault_.certificate()}),
                 effect.session);
}

// A suspected mis-link leaves even the chart's number in doubt.
void Reception::tell_unsettled(const effect::EndSession& effect) {
    using eligibility::OutcomeKind;
    const bool is_settled = effect.outcome == OutcomeKind::Eligible ||
                            effect.outcome == OutcomeKind::EligibleWithNote ||
                            effect.reason == FailureReason::IdentityNotConfirmed;
    if (is_settled || vault_.card() == nullptr) {
        return;
    }
    UnsettledVisit visit;
    visit.person = basic_items(vault_.card()->basic_four());
    visit.why = effect.outcome  ? name_of(*effect.outcome)
                : effect.reason ? code_of(*effect.reason)
                                : std::string_view();
    if (vault_.chart() != nullptr && effect.reason != FailureReason::IdentityMismatch) {
        visit.reference_number = vault_.chart()->reference_number;
        visit.insurance = vault_.chart()->insurance;
    }
    options_.on_unsettled(std::move(visit));
}

void Reception::perform(const effect::EndSession& effect) {
    tell_unsettled(effect);
    static_cast<void>(services_->card.post(card_command::Release{effect.session}));
    static_cast<void>(services_->eligibility.forget());
    services_->face.release();
    services_->surface.release();
    AuditEntry entry;
    entry.started_at = session_began_at_;
    entry.duration = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.monotonic_now() -
                                                                           session_began_);
    entry.way = effect.way ? name_of(*effect.way) : std::string_view();
    entry.grade = effect.evidence ? name_of(effect.evidence->grade()) : std::string_view();
    entry.certificate = vault_.certificate();
    entry.consents = names_of_given(effect.consents);
    entry.outcome = effect.outcome ? name_of(*effect.outcome) : std::string_view();
    entry.failure = effect.reason;
    entry.liveness = liveness_summary(liveness_);
    entry.incident = answer_.evidence;
    entry.shown = answer_.shown;
    if (vault_.chart() != nullptr) {
        entry.asked = vault_.chart()->asked;
        entry.record = vault_.chart()->insurance;
    }
    vault_.wipe();
    record(std::move(entry));
}

void Reception::record(AuditEntry entry) {
    if (!services_->audit.record(std::move(entry))) {
        log::write(log::Level::Error, "journal_queue_full");
    }
}

} // namespace madoguchi::terminal

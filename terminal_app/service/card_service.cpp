#include "terminal_app/service/card_service.hpp"

#include "hal/base/contract.hpp"
#include "hal/base/log.hpp"
#include "jpki/reception/authenticate_with_pin.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/workflow/unsuitable_card.hpp"

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""s;

constexpr auto recognise_time = 8s;
constexpr auto read_ahead_time = 5s;
constexpr auto read_time = 20s;
constexpr auto pin_time = 12s;
constexpr unsigned last_try = 1;

Event failed(SessionId session, const Error& error) {
    log::write_error(log::Level::Warning, "card_step_failed", error);
    return event::SessionFailed{session, failure_reason_of(error)};
}

// The number opens everything; without it no way is left.
Event number_failed(SessionId session, const Error& error) {
    if (error.code() == ErrorCode::RetryCounterTooLow || error.code() == ErrorCode::KeyBlocked) {
        return event::SessionFailed{session, FailureReason::NumberBlocked};
    }
    if (error.code() == ErrorCode::RetryCounterUnknown) { // not the PIN's: no other way to send to
        return event::SessionFailed{session, FailureReason::CardUnexpected};
    }
    return failed(session, error);
}

// Without the PIN another way is left, as long as the card still answers.
Event pin_failed(SessionId session, const Error& error) {
    const FailureReason reason = failure_reason_of(error);
    if (reason == FailureReason::PinUnavailable || reason == FailureReason::PinBlocked) {
        return event::WayFailed{session, Way::Pin, reason};
    }
    return failed(session, error);
}

void log_failed_checks(const jpki::TrustVerdict& verdict) {
    for (const jpki::Check check : jpki::all_checks()) {
        if (const auto* no = std::get_if<jpki::Failed>(&verdict.result(check))) {
            log::write(log::Level::Warning, "trust_check_failed",
                       {{"check", log::HarmlessText(jpki::name_of(check))}, {"why", no->why}});
        }
    }
}

Event refused(SessionId session, const jpki::NumberRejected& outcome) {
    return event::NumberRejected{session, outcome.tries_left.tries()};
}
Event refused(SessionId session, const jpki::NumberBlocked& /*outcome*/) {
    return event::SessionFailed{session, FailureReason::NumberBlocked};
}
Event refused(SessionId session, const jpki::CardNotTrusted& outcome) {
    log_failed_checks(outcome.verdict);
    return event::SessionFailed{session, reason_against(outcome.verdict)};
}

// The PIN's side of the same outcomes.
Event pin_refused(SessionId session, const jpki::NumberRejected& outcome) {
    if (outcome.tries_left.tries() == last_try) {
        return event::PinOnLastTry{session, true};
    }
    return event::PinRejected{session, outcome.tries_left.tries()};
}
Event pin_refused(SessionId session, const jpki::NumberBlocked& /*outcome*/) {
    return event::WayFailed{session, Way::Pin, FailureReason::PinBlocked};
}
Event pin_refused(SessionId session, const jpki::CardNotTrusted& outcome) {
    return refused(session, outcome);
}

Event pin_counter_event(SessionId session, const apdu::CounterReading& reading) {
    if (reading.is_blocked()) {
        return event::WayFailed{session, Way::Pin, FailureReason::PinBlocked};
    }
    const unsigned tries_left = reading.tries_left().tries();
    if (tries_left == last_try) {
        return event::PinOnLastTry{session, false};
    }
    return event::PinDataRead{session, tries_left};
}

// Contract: the outcome is a refusal.
Event pin_refusal(SessionId session, const jpki::PinAuthenticationOutcome& outcome) {
    return std::visit(
        [&](const auto& one) -> Event {
            if constexpr (requires { pin_refused(session, one); }) {
                return pin_refused(session, one);
            } else {
                MADOGUCHI_EXPECTS(false);
            }
        },
        outcome);
}

template <typename Reading>
SharedCardData share(Reading reading) {
    return std::make_shared<const CardData>(std::move(reading));
}

} // namespace

CardService::CardService(hal::CardReaderDirectory& readers, const jpki::TrustAnchors& anchors,
                         const Clock& clock, Post post)
    : readers_(readers), anchors_(anchors), clock_(clock), post_(std::move(post)),
      worker_([this](CardCommand command) { carry_out(std::move(command)); },
              [this] { forget_what_is_old(); }) {
}

void CardService::carry_out(CardCommand command) {
    const Heartbeat::Work work(heartbeat_);
    std::visit([this](auto& one) { perform(std::move(one)); }, command);
    report_traffic();
}

bool CardService::holds_card_of(SessionId session) const {
    return open_ != nullptr && open_->session == session && open_->card.has_value();
}

void CardService::keep_or_forget_progress(const Error& error) {
    if (error.code() == ErrorCode::CardRemoved) {
        progress_.lose_card(clock_.monotonic_now());
    } else {
        progress_.forget();
    }
}

void CardService::forget_what_is_old() {
    const MonotonicTime now = clock_.monotonic_now();
    refused_numbers_.forget_old(now);
    if (progress_.is_too_old(now)) {
        progress_.forget();
    }
}

void CardService::report_traffic() {
    if (open_ != nullptr) {
        const apdu::TraceLog& trace = open_->trace.log();
        post_(TrafficReport{open_->session,
                            {trace.exchanges(), trace.bytes_in(), trace.bytes_out()}});
    }
}

void CardService::perform(const card_command::Recognise& command) {
    const MonotonicTime began = clock_.monotonic_now();
    open_.reset();
    Result<Event> recognised = open(command.session, command.reader);
    // A reader that loses its first long command gets short ones from then on.
    if (!recognised && recognised.error().code() == ErrorCode::TransportFailed) {
        open_.reset();
        recognised = open(command.session, command.reader);
    }
    const bool may_read_ahead = recognised && kind_of(*recognised) == EventKind::CardRecognised;
    post_(StrandWork{command.session, Strand::Card, began, clock_.monotonic_now()});
    post_(Report{recognised ? std::move(*recognised) : failed(command.session, recognised.error()),
                 {}});
    if (may_read_ahead) {
        read_ahead(command.session);
    }
}

// While a way is chosen and the number is found. What fails here fails again, and is told, when
// the reading that needs it begins.
void CardService::read_ahead(SessionId session) {
    const MonotonicTime began = clock_.monotonic_now();
    const auto done = open_->card->read_ahead_of_number(Deadline::after(read_ahead_time));
    if (!done && done.error().code() == ErrorCode::CardRemoved) {
        progress_.lose_card(clock_.monotonic_now());
    }
    post_(StrandWork{session, Strand::Card, began, clock_.monotonic_now()});
}

Result<Event> CardService::open(SessionId session, const std::string& reader_name) {
    const Deadline deadline = Deadline::after(recognise_time);
    const auto reader = MADOGUCHI_TRY(readers_.open(reader_name));
    hal::Transaction transaction = MADOGUCHI_TRY(reader->begin(deadline));
    open_ = std::make_unique<OpenCard>(
        OpenCard{session, std::move(transaction), BeatingTrace(heartbeat_), {}});
    auto recognised =
        MADOGUCHI_TRY(jpki::MynaCard::recognise(open_->transaction, &open_->trace, deadline));
    if (const auto* foreign = std::get_if<jpki::ForeignCard>(&recognised)) {
        return event::SessionFailed{session, reason_against(foreign->kind)};
    }
    open_->card = std::get<jpki::MynaCard>(std::move(recognised));
    if (!open_->card->profile().may_have_card_face()) {
        return event::SessionFailed{session, reason_against(open_->card->profile().token.kind)};
    }
    // Every way needs the certificate, so it is read while the patient chooses one.
    auto key_service = MADOGUCHI_TRY(open_->card->select_jpki(deadline));
    MADOGUCHI_TRY(key_service.go_on_with(progress_, clock_.monotonic_now(), deadline));
    open_->name = refused_numbers_.name_of(progress_.certificate());
    return event::CardRecognised{session, WaySet().with(Way::Face).with(Way::Pin).with(Way::Visual),
                                 open_->card->profile().front_number()};
}

Event CardService::refused_before(SessionId session, Deadline deadline) {
    log::write(log::Level::Info, "refused_number_not_presented_again");
    const auto counter = jpki::number_b_counter(*open_->card, deadline);
    if (!counter) {
        keep_or_forget_progress(counter.error());
        return number_failed(session, counter.error());
    }
    return counter->is_blocked() ? refused(session, jpki::NumberBlocked{})
                                 : refused(session, jpki::NumberRejected{counter->tries_left()});
}

void CardService::perform(card_command::Read command) {
    if (!holds_card_of(command.session)) {
        return;
    }
    const SessionId session = command.session;
    const Deadline deadline = Deadline::after(read_time);
    const MonotonicTime began = clock_.monotonic_now();
    const Digest number = refused_numbers_.name_of(open_->name, command.number);
    const bool was_refused = refused_numbers_.know(number, began);
    Report report = was_refused ? Report{refused_before(session, deadline), {}}
                                : read(std::move(command), deadline);
    if (!was_refused && kind_of(report.event) == EventKind::NumberRejected) {
        refused_numbers_.remember(number, clock_.monotonic_now());
    }
    post_(StrandWork{session, Strand::Card, began, clock_.monotonic_now()});
    post_(std::move(report));
}

Report CardService::read(card_command::Read command, Deadline deadline) {
    const SessionId session = command.session;
    const auto conclude = [&](auto outcome) {
        if (!outcome) {
            keep_or_forget_progress(outcome.error());
            return Report{number_failed(session, outcome.error()), {}};
        }
        return std::visit(
            [&](auto& one) -> Report {
                if constexpr (requires { one.basic_four; }) {
                    return report_reading(session, command.way, share(std::move(one)));
                } else {
                    return Report{refused(session, one), {}};
                }
            },
            *outcome);
    };
    const jpki::EarlyPhoto early_photo = [&](jpki::UnprovedPhoto photo) {
        if (command.way == Way::Face) {
            post_(PhotoArrived{session, SecretBytes(photo.jpeg2000_to_prepare())});
        }
    };
    // The PIN way needs no photo, so it does not read one.
    return command.way == Way::Pin
               ? conclude(jpki::read_basic_four_with_number_b(
                     *open_->card, std::move(command.number), anchors_, clock_, deadline))
               : conclude(jpki::read_with_number_b(*open_->card, std::move(command.number),
                                                   anchors_, clock_, deadline, early_photo));
}

Report CardService::report_reading(SessionId session, Way way, SharedCardData data) {
    switch (way) {
    case Way::Face:
        return {event::FaceDataRead{session}, std::move(data)};
    case Way::Visual:
        return {event::VisualDataRead{session}, std::move(data)};
    case Way::Pin:
        break;
    }
    return {ask_pin_counter(session), std::move(data)};
}

Event CardService::ask_pin_counter(SessionId session) {
    const auto counter = jpki::authentication_pin_counter(*open_->card, Deadline::after(pin_time));
    if (!counter && counter.error().code() == ErrorCode::FileNotFound) {
        return event::WayFailed{session, Way::Pin, FailureReason::PinNone};
    }
    return counter ? pin_counter_event(session, *counter) : pin_failed(session, counter.error());
}

void CardService::perform(card_command::AskPinCounter command) {
    if (holds_card_of(command.session)) {
        post_(Report{ask_pin_counter(command.session), {}});
    }
}

void CardService::perform(card_command::CheckPin command) {
    if (!holds_card_of(command.session)) {
        return;
    }
    const SessionId session = command.session;
    auto outcome =
        jpki::authenticate_with_pin(*open_->card, std::move(command.pin), std::move(command.policy),
                                    anchors_, clock_, Deadline::after(pin_time));
    if (!outcome) {
        keep_or_forget_progress(outcome.error());
        post_(Report{pin_failed(session, outcome.error()), {}});
        return;
    }
    const auto* proved = std::get_if<jpki::PinAuthentication>(&*outcome);
    if (proved == nullptr) {
        post_(Report{pin_refusal(session, *outcome), {}});
        return;
    }
    const auto evidence = AuthenticationEvidence::by_pin(command.card->verdict(), proved->verdict);
    if (!evidence) {
        log_failed_checks(proved->verdict);
        post_(Report{event::SessionFailed{session, reason_against(proved->verdict)}, {}});
        return;
    }
    post_(Report{event::PinVerified{session, *evidence},
                 CertificateFacts{to_bytes(as_bytes(proved->certificate->serial_number())),
                                  proved->certificate->validity()}});
}

void CardService::perform(card_command::Release command) {
    if (open_ != nullptr && open_->session <= command.session) {
        if (open_->card) { // powering down may not suffice on contactless readers
            static_cast<void>(open_->card->forget_presented_numbers(Deadline::after(1s)));
        }
        report_traffic();
        open_.reset();
        if (!progress_.is_without_card()) {
            progress_.forget();
        }
    }
}

} // namespace madoguchi::terminal

// What messages mean: the part of Reception that turns them into events.
#include "hal/base/log.hpp"
#include "terminal_app/service/preview_picture.hpp"
#include "terminal_app/service/reception.hpp"

#include <algorithm>

namespace madoguchi::terminal {

void Reception::on(Report report) {
    const auto session = session_of(report.event);
    if (session && *session != state_.session) {
        return; // of a session that is over; what came with it is wiped here
    }
    vault_.keep(std::move(report.attachment));
    if (auto* recognised = std::get_if<event::CardRecognised>(&report.event)) {
        recognised->ways = usable(recognised->ways);
        recognised->face_starts = options_.face_starts;
    }
    note(report.event);
    if (!front_differs_ && vault_.front_differs()) {
        front_differs_ = true;
        log::write(log::Level::Warning, "card_front_differs_from_chip");
    }
    if (!take(report.event) && !is_session(state_.phase)) {
        vault_.wipe();
    }
}

void Reception::note(const Event& event) {
    number_was_rejected_ |= kind_of(event) == EventKind::NumberRejected;
    if (kind_of(event) == EventKind::FaceMatched) {
        tap_to_match_ = std::chrono::duration_cast<std::chrono::milliseconds>(
            clock_.monotonic_now() - session_began_);
    }
}

void Reception::on(PhotoArrived news) {
    if (news.session == state_.session && is_session(state_.phase)) {
        services_->face.prepare(news.session, std::move(news.jpeg2000));
    }
}

void Reception::on(LivenessReport report) {
    if (report.session == state_.session && is_session(state_.phase)) {
        liveness_ = report.verdict;
    }
}

void Reception::on(ChartFound news) {
    if (news.session == state_.session && is_session(state_.phase)) {
        vault_.keep(std::move(news));
    }
}

void Reception::on(AnswerReport report) {
    if (report.chart.session == state_.session && is_session(state_.phase)) {
        answer_ = std::move(report.summary);
    } else if (!report.summary.shown.empty()) {
        record_late(report);
    }
}

// The patient had gone before the answer came: it was handed over, and that session's row is
// written.
void Reception::record_late(const AnswerReport& report) {
    AuditEntry entry;
    entry.started_at = clock_.civil_now();
    entry.asked = report.chart.asked;
    entry.record = report.chart.insurance;
    entry.shown = report.summary.shown;
    record(std::move(entry));
}

void Reception::on(LaterKept news) {
    if (news.session == state_.session && is_session(state_.phase)) {
        kept_for_later_ = true;
    }
}

void Reception::on(LaterNews news) {
    later_ = news;
}

void Reception::on(FaceFileNews news) {
    face_files_ = news;
}

void Reception::on(TrafficReport report) {
    if (report.session == state_.session) {
        traffic_ = report.traffic;
    }
}

void Reception::on(StrandWork work) {
    if (work.session == state_.session) {
        strands_.add(work);
    }
}

WaySet Reception::usable(WaySet ways) const {
    const auto is_down = [this](Part part) {
        return health_[static_cast<std::size_t>(part)].condition == Condition::Down;
    };
    return is_down(Part::Camera) || is_down(Part::Face) ? ways.without(Way::Face) : ways;
}

void Reception::on(CardPutDown news) {
    if (is_session(state_.phase)) {
        log::write(log::Level::Info, "second_card_ignored");
        return;
    }
    const SessionId session{last_session_ + 1};
    session_reader_ = std::move(news.reader);
    session_began_at_ = clock_.civil_now();
    session_began_ = clock_.monotonic_now();
    traffic_ = {};
    liveness_.reset();
    answer_ = {};
    kept_for_later_ = false;
    timer_.begin(session_began_);
    strands_.begin(session_began_);
    tap_to_match_.reset();
    number_was_rejected_ = false;
    front_differs_ = false;
    if (take(event::CardInserted{session})) {
        last_session_ = session.value;
    }
}

void Reception::on(const CardTakenAway& news) {
    if (news.reader == session_reader_) {
        take(event::CardRemoved{state_.session});
    }
}

void Reception::on(ReadersReady /*news*/) {
    readers_out_.reset();
    health_[static_cast<std::size_t>(Part::Reader)] = {Part::Reader, Condition::Ok, {}};
    tell_availability();
}

void Reception::on(ReadersOut news) {
    readers_out_ = news.reason;
    tell_availability();
}

// No patient can be received without a reader, nor without a record of it.
void Reception::tell_availability() {
    std::optional<FailureReason> out = readers_out_;
    if (!out && card_thread_stuck_) {
        out = FailureReason::ReaderStuck;
    }
    PartHealth& reader = health_[static_cast<std::size_t>(Part::Reader)];
    if (out) {
        reader = {Part::Reader, Condition::Down, out};
    } else if (reader.condition == Condition::Down) {
        reader = {Part::Reader, Condition::Ok, {}};
    }
    if (!out) {
        out = health_[static_cast<std::size_t>(Part::Journal)].reason;
    }
    take(out ? Event(event::OutOfOrder{*out}) : Event(event::BackInOrder{}));
}

void Reception::on(PartHealth health) {
    PartHealth& known = health_[static_cast<std::size_t>(health.part)];
    const bool journal_changed =
        health.part == Part::Journal && known.condition != health.condition;
    known = health;
    if (journal_changed && (readers_out_ || known.condition == Condition::Down ||
                            state_.phase == Phase::OutOfService)) {
        tell_availability();
    }
}

void Reception::on(PatientRequest request) {
    const bool accepted =
        std::visit([this](auto& action) { return act(std::move(action)); }, request.action);
    vault_.drop_numbers();
    publish(); // whoever asked sees the new screen when the answer comes
    request.accepted.set_value(accepted);
}

void Reception::on(StaffRequest request) {
    const bool accepted =
        std::visit([this](auto& action) { return act(std::move(action)); }, request.action);
    publish();
    request.accepted.set_value(accepted);
}

void Reception::on(StopRequest /*request*/) {
    take(event::ShutdownRequested{});
    stopping_ = true;
}

bool Reception::act(action::ChooseWay chosen) {
    switch (chosen.way) {
    case Way::Face:
        return take(event::FaceChosen{state_.session});
    case Way::Pin:
        return take(event::PinChosen{state_.session});
    case Way::Visual:
        break;
    }
    return take(event::VisualChosen{state_.session});
}

bool Reception::act(action::EnterNumber entered) {
    if (kind_of(entered.number) != state_.front_number) {
        return false; // of a card of another generation: typed before this one was put down
    }
    vault_.keep(Attachment(std::move(entered.number)));
    return take(event::NumberTyped{state_.session});
}

bool Reception::act(action::EnterPin entered) {
    vault_.keep(std::move(entered.pin));
    return take(event::PinTyped{state_.session});
}

bool Reception::act(action::SpendLastTry /*wish*/) {
    return take(event::LastTryWished{state_.session});
}

// In the grace after the certificate's end the insurance alone is confirmed: records are not shown.
std::vector<eligibility::ConsentItem> Reception::offered_items() const {
    const auto remarks = vault_.remarks(clock_.civil_now());
    const bool in_grace = std::any_of(remarks.begin(), remarks.end(), [](const CardRemark& remark) {
        return remark.kind == CardRemark::Kind::CertificateInGrace;
    });
    std::vector<eligibility::ConsentItem> items = options_.consent_items;
    if (in_grace) {
        std::erase_if(items, eligibility::is_viewing);
    }
    return items;
}

bool Reception::act(const action::GiveConsents& answer) {
    const CivilTime now = clock_.civil_now();
    std::vector<eligibility::Consent> consents;
    for (const eligibility::ConsentItem item : offered_items()) {
        const bool is_given =
            std::find(answer.given.begin(), answer.given.end(), item) != answer.given.end();
        consents.push_back(is_given ? eligibility::given(item, now) : eligibility::refused(item));
    }
    return take(event::ConsentsGiven{state_.session, std::move(consents)});
}

bool Reception::act(action::CallStaff /*call*/) {
    return take(event::StaffCalled{state_.session});
}

bool Reception::act(action::Cancel /*cancel*/) {
    return take(event::Cancelled{state_.session});
}

bool Reception::act(action::ConfirmVisual answer) {
    if (!answer.same_person) {
        return take(event::VisualRefused{state_.session});
    }
    if (state_.phase != Phase::AwaitingVisual || vault_.card() == nullptr) {
        return false;
    }
    const auto evidence =
        AuthenticationEvidence::by_staff(vault_.card()->verdict(), StaffConfirmation{});
    return evidence ? take(event::VisualConfirmed{state_.session, *evidence})
                    : take(event::SessionFailed{state_.session, FailureReason::TrustFailed});
}

bool Reception::act(action::AllowVisual /*permission*/) {
    return take(event::VisualChosen{state_.session});
}

bool Reception::act(action::CancelSession /*cancel*/) {
    return take(event::Cancelled{state_.session});
}

void Reception::open_photo() {
    const jpki::FacePhoto* photo = vault_.card() != nullptr ? vault_.card()->photo() : nullptr;
    if (photo == nullptr || !photo->is_present()) {
        return; // staff see that there is none
    }
    auto picture = photo_png(services_->decoder, photo->jpeg2000.reveal());
    if (!picture) {
        log::write_error(log::Level::Warning, "photo_not_shown", picture.error());
        return;
    }
    photo_.publish(std::make_shared<const SecretBytes>(std::move(*picture)));
}

} // namespace madoguchi::terminal

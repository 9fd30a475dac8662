// What can happen to a reception. Events carry codes and counts, never a number, name or picture.
#pragma once

#include "eligibility/model/consent.hpp"
#include "eligibility/model/outcome.hpp"
#include "jpki/card/front_number.hpp"
#include "terminal_app/diagnostics/failure_reason.hpp"
#include "terminal_app/workflow/authentication_evidence.hpp"

#include <variant>
#include <vector>

namespace madoguchi::terminal {

enum class EventKind : std::uint8_t {
    CardInserted,
    CardRemoved,
    OutOfOrder, // a part is lost without which nobody can be received
    BackInOrder,
    ShutdownRequested,
    TimedOut,
    Cancelled,
    StaffCalled,
    CardRecognised,
    FaceChosen,
    PinChosen,
    VisualChosen, // by the patient, or allowed by staff
    SurfaceSeen,  // a frame of the card front gave no number
    NumberRead,
    NumberNotRead,
    NumberTyped,
    NumberRejected,
    FaceDataRead,
    PinDataRead,
    PinOnLastTry, // one try is left
    VisualDataRead,
    FaceSeen,
    FaceMatched,
    LastTryWished,
    PinTyped,
    PinRejected,
    PinVerified,
    VisualConfirmed,
    VisualRefused,
    WayFailed, // this way cannot succeed; another one may
    ConsentsGiven,
    EligibilityAnswered,
    SessionFailed, // no way can succeed
};

inline constexpr std::size_t event_kind_count =
    static_cast<std::size_t>(EventKind::SessionFailed) + 1;

// The enumerator's own name.
[[nodiscard]] std::string_view name_of(EventKind kind) noexcept;

// An event without more to say.
template <EventKind the_kind>
struct PlainEvent {
    static constexpr EventKind kind = the_kind;
    SessionId session;
};

namespace event {

using CardInserted = PlainEvent<EventKind::CardInserted>; // session: the new one
using CardRemoved = PlainEvent<EventKind::CardRemoved>;
struct OutOfOrder {
    static constexpr EventKind kind = EventKind::OutOfOrder;
    FailureReason reason{};
};
struct BackInOrder {
    static constexpr EventKind kind = EventKind::BackInOrder;
};
struct ShutdownRequested {
    static constexpr EventKind kind = EventKind::ShutdownRequested;
};
using TimedOut = PlainEvent<EventKind::TimedOut>;
using Cancelled = PlainEvent<EventKind::Cancelled>;
using StaffCalled = PlainEvent<EventKind::StaffCalled>;
struct CardRecognised {
    static constexpr EventKind kind = EventKind::CardRecognised;
    SessionId session;
    WaySet ways;
    jpki::FrontNumberKind front_number = jpki::FrontNumberKind::NumberB; // what opens this card
    unsigned face_starts = default_face_starts; // how often this visit may begin to look at a face
};
using FaceChosen = PlainEvent<EventKind::FaceChosen>;
using PinChosen = PlainEvent<EventKind::PinChosen>;
using VisualChosen = PlainEvent<EventKind::VisualChosen>;
struct SurfaceSeen {
    static constexpr EventKind kind = EventKind::SurfaceSeen;
    SessionId session;
    std::string_view guidance; // text id, a literal
};
using NumberRead = PlainEvent<EventKind::NumberRead>;
struct NumberNotRead {
    static constexpr EventKind kind = EventKind::NumberNotRead;
    SessionId session;
    FailureReason reason{};
};
using NumberTyped = PlainEvent<EventKind::NumberTyped>;
struct NumberRejected {
    static constexpr EventKind kind = EventKind::NumberRejected;
    SessionId session;
    unsigned tries_left = 0;
};
using FaceDataRead = PlainEvent<EventKind::FaceDataRead>;
struct PinDataRead {
    static constexpr EventKind kind = EventKind::PinDataRead;
    SessionId session;
    unsigned tries_left = 0;
};
template <EventKind the_kind>
struct Rejection {
    static constexpr EventKind kind = the_kind;
    SessionId session;
    bool rejected = false; // a PIN was just refused; otherwise the counter was found so
};
using PinOnLastTry = Rejection<EventKind::PinOnLastTry>;
using VisualDataRead = PlainEvent<EventKind::VisualDataRead>;
struct FaceSeen {
    static constexpr EventKind kind = EventKind::FaceSeen;
    SessionId session;
    std::string_view guidance; // text id, a literal
    double progress = 0;       // 0 to 1
};
template <EventKind the_kind>
struct Proof {
    static constexpr EventKind kind = the_kind;
    SessionId session;
    AuthenticationEvidence evidence;
};
using FaceMatched = Proof<EventKind::FaceMatched>;
using LastTryWished = PlainEvent<EventKind::LastTryWished>;
using PinTyped = PlainEvent<EventKind::PinTyped>;
struct PinRejected {
    static constexpr EventKind kind = EventKind::PinRejected;
    SessionId session;
    unsigned tries_left = 0; // two or more: else PinOnLastTry or WayFailed comes
};
using PinVerified = Proof<EventKind::PinVerified>;
using VisualConfirmed = Proof<EventKind::VisualConfirmed>;
using VisualRefused = PlainEvent<EventKind::VisualRefused>;
struct WayFailed {
    static constexpr EventKind kind = EventKind::WayFailed;
    SessionId session;
    Way way{}; // once the patient has chosen another one, this is no news
    FailureReason reason{};
};
struct ConsentsGiven {
    static constexpr EventKind kind = EventKind::ConsentsGiven;
    SessionId session;
    std::vector<eligibility::Consent> consents;
};
struct EligibilityAnswered {
    static constexpr EventKind kind = EventKind::EligibilityAnswered;
    SessionId session;
    eligibility::OutcomeKind outcome{};
    bool staff_should_compare = false; // card and answer differ in name or address
};
struct SessionFailed {
    static constexpr EventKind kind = EventKind::SessionFailed;
    SessionId session;
    FailureReason reason{};
};

} // namespace event

using Event =
    std::variant<event::CardInserted, event::CardRemoved, event::OutOfOrder, event::BackInOrder,
                 event::ShutdownRequested, event::TimedOut, event::Cancelled, event::StaffCalled,
                 event::CardRecognised, event::FaceChosen, event::PinChosen, event::VisualChosen,
                 event::SurfaceSeen, event::NumberRead, event::NumberNotRead, event::NumberTyped,
                 event::NumberRejected, event::FaceDataRead, event::PinDataRead,
                 event::PinOnLastTry, event::VisualDataRead, event::FaceSeen, event::FaceMatched,
                 event::LastTryWished, event::PinTyped, event::PinRejected, event::PinVerified,
                 event::VisualConfirmed, event::VisualRefused, event::WayFailed,
                 event::ConsentsGiven, event::EligibilityAnswered, event::SessionFailed>;

static_assert(std::variant_size_v<Event> == event_kind_count);

[[nodiscard]] EventKind kind_of(const Event& event) noexcept;

// The session an event speaks of; none for those of the whole terminal.
[[nodiscard]] std::optional<SessionId> session_of(const Event& event) noexcept;

} // namespace madoguchi::terminal

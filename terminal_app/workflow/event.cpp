#include "terminal_app/workflow/event.hpp"

namespace madoguchi::terminal {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, event_kind_count> names{
    "CardInserted",      "CardRemoved",  "OutOfOrder",    "BackInOrder",
    "ShutdownRequested", "TimedOut",     "Cancelled",     "StaffCalled",
    "CardRecognised",    "FaceChosen",   "PinChosen",     "VisualChosen",
    "SurfaceSeen",       "NumberRead",   "NumberNotRead", "NumberTyped",
    "NumberRejected",    "FaceDataRead", "PinDataRead",   "PinOnLastTry",
    "VisualDataRead",    "FaceSeen",     "FaceMatched",   "LastTryWished",
    "PinTyped",          "PinRejected",  "PinVerified",   "VisualConfirmed",
    "VisualRefused",     "WayFailed",    "ConsentsGiven", "EligibilityAnswered",
    "SessionFailed",
};
static_assert(!names.back().empty());

} // namespace

std::string_view name_of(EventKind kind) noexcept {
    return names[static_cast<std::size_t>(kind)];
}

EventKind kind_of(const Event& event) noexcept {
    return std::visit([](const auto& one) { return one.kind; }, event);
}

std::optional<SessionId> session_of(const Event& event) noexcept {
    return std::visit(
        [](const auto& one) -> std::optional<SessionId> {
            if constexpr (requires { one.session; }) {
                return one.session;
            } else {
                return std::nullopt;
            }
        },
        event);
}

} // namespace madoguchi::terminal

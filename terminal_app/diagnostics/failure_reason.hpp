// Why a reception did not reach its end: one stable code each, used in events, journal, logs and
// manual. docs/failure-reasons.md has one entry for each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi::terminal {

enum class FailureReason : std::uint8_t {
    CardRemoved,
    CardUnsuitable,
    CardDrivingLicence,
    CardResidence,
    CardPassport,
    CardCredit,
    CardTransit,
    CardPhone,
    CardResidentRegistry,
    CardUnreadable,
    CardUnexpected,
    CardLeft,
    ReaderNone,
    ReaderLost,
    ReaderBusy,
    ReaderService,
    ReaderAccess,
    ReaderStuck,
    PinWrong,
    PinBlocked,
    PinUnavailable,
    PinNone,
    NumberRejected,
    NumberBlocked,
    NumberUnreadable,
    SurfaceCameraNone,
    SurfaceCameraLost,
    SurfaceCameraBlack,
    SurfaceCameraUnsuitable,
    SurfaceCameraSlow,
    SurfaceModels,
    TrustFailed,
    TrustExpired,
    TrustRevoked,
    TrustAnchors,
    PhotoUnreadable,
    PhotoNone,
    PhotoDecoder,
    FaceNotConfirmed,
    FaceUnsure,
    FaceLiveness,
    FaceNone,
    FaceSeveral,
    FaceTries,
    FaceModels,
    CameraNone,
    CameraLost,
    CameraBlack,
    CameraUnsuitable,
    CameraSlow,
    LinkFolder,
    LinkTimeout,
    AnswerUnreadable,
    AnswerForeign,
    IdentityUnknown,
    IdentityMismatch,
    IdentityNotConfirmed,
    SystemTimedOut,
    SystemCancelled,
    SystemShutdown,
    SystemHandOver,
    SystemStorage,
    SystemConfig,
    SystemInternal,
};

inline constexpr std::size_t failure_reason_count =
    static_cast<std::size_t>(FailureReason::SystemInternal) + 1;

// Every reason, in the order of the enumeration.
[[nodiscard]] const std::array<FailureReason, failure_reason_count>& all_failure_reasons() noexcept;

// "F-CARD-REMOVED". Never changes once published.
[[nodiscard]] std::string_view code_of(FailureReason reason) noexcept;

// The reverse; nothing for a code that is not ours.
[[nodiscard]] std::optional<FailureReason> failure_reason_of(std::string_view code) noexcept;

} // namespace madoguchi::terminal

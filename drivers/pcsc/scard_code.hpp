// Every return code that PC/SC documents, and what each means to us.
#pragma once

#include "hal/base/error.hpp"

#include <cstdint>
#include <span>

namespace madoguchi::drivers {

// The codes of pcsclite.h with Microsoft's names. A value outside the enumerators is possible (a
// newer daemon) and is handled like any other.
enum class ScardCode : std::uint32_t {
    Success = 0,
    InternalError = 0x80100001,
    Cancelled = 0x80100002,
    InvalidHandle = 0x80100003,
    InvalidParameter = 0x80100004,
    InvalidTarget = 0x80100005,
    NoMemory = 0x80100006,
    WaitedTooLong = 0x80100007,
    InsufficientBuffer = 0x80100008,
    UnknownReader = 0x80100009,
    Timeout = 0x8010000A,
    SharingViolation = 0x8010000B,
    NoSmartcard = 0x8010000C,
    UnknownCard = 0x8010000D,
    CannotDispose = 0x8010000E,
    ProtocolMismatch = 0x8010000F,
    NotReady = 0x80100010,
    InvalidValue = 0x80100011,
    SystemCancelled = 0x80100012,
    CommunicationError = 0x80100013,
    UnknownError = 0x80100014,
    InvalidAtr = 0x80100015,
    NotTransacted = 0x80100016,
    ReaderUnavailable = 0x80100017,
    Shutdown = 0x80100018,
    PciTooSmall = 0x80100019,
    ReaderUnsupported = 0x8010001A,
    DuplicateReader = 0x8010001B,
    CardUnsupported = 0x8010001C,
    NoService = 0x8010001D,
    ServiceStopped = 0x8010001E,
    Unexpected = 0x8010001F, // pcsc-lite gives E_UNSUPPORTED_FEATURE the same number
    IccInstallation = 0x80100020,
    IccCreateOrder = 0x80100021,
    UnsupportedFeature = 0x80100022,
    DirectoryNotFound = 0x80100023,
    FileNotFound = 0x80100024,
    NoDirectory = 0x80100025,
    NoFile = 0x80100026,
    NoAccess = 0x80100027,
    WriteTooMany = 0x80100028,
    BadSeek = 0x80100029,
    InvalidPin = 0x8010002A,
    UnknownResourceManager = 0x8010002B,
    NoSuchCertificate = 0x8010002C,
    CertificateUnavailable = 0x8010002D,
    NoReadersAvailable = 0x8010002E,
    CommunicationDataLost = 0x8010002F,
    NoKeyContainer = 0x80100030,
    ServerTooBusy = 0x80100031,
    UnsupportedCard = 0x80100065,
    UnresponsiveCard = 0x80100066,
    UnpoweredCard = 0x80100067,
    ResetCard = 0x80100068,
    RemovedCard = 0x80100069,
    SecurityViolation = 0x8010006A,
    WrongPin = 0x8010006B,
    PinBlocked = 0x8010006C,
    EndOfFile = 0x8010006D,
    CancelledByUser = 0x8010006E,
    CardNotAuthenticated = 0x8010006F,
};

// The same code means one thing while a card is looked for and another while one is in use: "no
// card" against "the card was taken away".
struct ScardCodeMeaning {
    ScardCode code;
    ErrorCode before_use;
    ErrorCode in_use;
    StaticText text; // cause and remedy
};

// One row for each documented failure.
[[nodiscard]] std::span<const ScardCodeMeaning> scard_code_meanings() noexcept;

// The Error for a failed call while readers are listed or a card is connected. Total: a code
// without a row is TransportFailed. Contract: code is not Success.
[[nodiscard]] Error
error_before_use(ScardCode code,
                 std::source_location where = std::source_location::current()) noexcept;

// The Error for a failed call inside a transaction. Contract: code is not Success.
[[nodiscard]] Error
error_in_use(ScardCode code, std::source_location where = std::source_location::current()) noexcept;

} // namespace madoguchi::drivers

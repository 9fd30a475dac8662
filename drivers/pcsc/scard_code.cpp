#include "drivers/pcsc/scard_code.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::drivers {

namespace {

using enum ErrorCode;

constexpr StaticText service_text("the PC/SC service is not running or went away; start pcscd");
constexpr StaticText fault_text("the PC/SC service failed; its journal says why");
constexpr StaticText call_text("PC/SC refused the call; this is a fault of the program or driver");
constexpr StaticText reader_text("the card reader is gone; plug it in again");
constexpr StaticText broken_text("the exchange with the card failed; present the card again");
constexpr StaticText mute_text("the card does not answer; present it again, or try another card");
constexpr StaticText absent_text("no card is in the reader; present the card again");
constexpr StaticText busy_text("another program uses the reader; close it");
constexpr StaticText foreign_text("PC/SC gave a code that belongs to other systems' card files");
constexpr StaticText denied_text(
    "access to the reader is denied; add this user to the PC/SC socket's group or polkit rule");
constexpr StaticText reset_text("another program reset the card; start again from the beginning");
constexpr StaticText late_text("PC/SC gave up waiting; try again");
constexpr StaticText cancel_text("the call was cancelled");
constexpr StaticText long_text("the card's answer is longer than any answer may be");

constexpr auto meanings = std::to_array<ScardCodeMeaning>({
    {ScardCode::InternalError, TransportFailed, TransportFailed, fault_text},
    {ScardCode::Cancelled, Cancelled, Cancelled, cancel_text},
    {ScardCode::InvalidHandle, ServiceUnavailable, ServiceUnavailable, service_text},
    {ScardCode::InvalidParameter, TransportFailed, TransportFailed, call_text},
    {ScardCode::InvalidTarget, TransportFailed, TransportFailed, call_text},
    {ScardCode::NoMemory, TransportFailed, TransportFailed, fault_text},
    {ScardCode::WaitedTooLong, DeadlineExceeded, DeadlineExceeded, late_text},
    {ScardCode::InsufficientBuffer, TransportFailed, TransportFailed, long_text},
    {ScardCode::UnknownReader, ReaderLost, ReaderLost, reader_text},
    {ScardCode::Timeout, DeadlineExceeded, DeadlineExceeded, late_text},
    {ScardCode::SharingViolation, ReaderBusy, ReaderBusy, busy_text},
    {ScardCode::NoSmartcard, NoCard, CardRemoved, absent_text},
    {ScardCode::UnknownCard, CardMute, TransportFailed, mute_text},
    {ScardCode::CannotDispose, TransportFailed, TransportFailed, call_text},
    {ScardCode::ProtocolMismatch, CardMute, TransportFailed, mute_text},
    {ScardCode::NotReady, ReaderBusy, TransportFailed, busy_text},
    {ScardCode::InvalidValue, TransportFailed, TransportFailed, call_text},
    {ScardCode::SystemCancelled, Cancelled, Cancelled, cancel_text},
    {ScardCode::CommunicationError, ServiceUnavailable, ServiceUnavailable, service_text},
    {ScardCode::UnknownError, TransportFailed, TransportFailed, fault_text},
    {ScardCode::InvalidAtr, CardMute, TransportFailed, mute_text},
    // What pcscd says when a card leaves the field in the middle of a command.
    {ScardCode::NotTransacted, TransportFailed, CardRemoved, broken_text},
    {ScardCode::ReaderUnavailable, ReaderLost, ReaderLost, reader_text},
    {ScardCode::Shutdown, ServiceUnavailable, ServiceUnavailable, service_text},
    {ScardCode::PciTooSmall, TransportFailed, TransportFailed, call_text},
    {ScardCode::ReaderUnsupported, TransportFailed, TransportFailed, fault_text},
    {ScardCode::DuplicateReader, TransportFailed, TransportFailed, fault_text},
    {ScardCode::CardUnsupported, CardMute, TransportFailed, mute_text},
    {ScardCode::NoService, ServiceUnavailable, ServiceUnavailable, service_text},
    {ScardCode::ServiceStopped, ServiceUnavailable, ServiceUnavailable, service_text},
    {ScardCode::Unexpected, TransportFailed, TransportFailed, fault_text},
    {ScardCode::IccInstallation, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::IccCreateOrder, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::UnsupportedFeature, TransportFailed, TransportFailed, call_text},
    {ScardCode::DirectoryNotFound, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::FileNotFound, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::NoDirectory, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::NoFile, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::NoAccess, AccessDenied, AccessDenied, denied_text},
    {ScardCode::WriteTooMany, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::BadSeek, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::InvalidPin, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::UnknownResourceManager, TransportFailed, TransportFailed, fault_text},
    {ScardCode::NoSuchCertificate, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::CertificateUnavailable, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::NoReadersAvailable, ReaderLost, ReaderLost, reader_text},
    {ScardCode::CommunicationDataLost, TransportFailed, TransportFailed, broken_text},
    {ScardCode::NoKeyContainer, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::ServerTooBusy, ReaderBusy, ReaderBusy, busy_text},
    {ScardCode::UnsupportedCard, CardMute, TransportFailed, mute_text},
    {ScardCode::UnresponsiveCard, CardMute, CardRemoved, mute_text},
    {ScardCode::UnpoweredCard, CardMute, CardReset, mute_text},
    {ScardCode::ResetCard, CardReset, CardReset, reset_text},
    {ScardCode::RemovedCard, NoCard, CardRemoved, absent_text},
    {ScardCode::SecurityViolation, AccessDenied, AccessDenied, denied_text},
    {ScardCode::WrongPin, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::PinBlocked, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::EndOfFile, TransportFailed, TransportFailed, foreign_text},
    {ScardCode::CancelledByUser, Cancelled, Cancelled, cancel_text},
    {ScardCode::CardNotAuthenticated, TransportFailed, TransportFailed, foreign_text},
});

ScardCodeMeaning meaning_of(ScardCode code) noexcept {
    MADOGUCHI_EXPECTS(code != ScardCode::Success);
    const auto* const row = std::ranges::find(meanings, code, &ScardCodeMeaning::code);
    if (row != meanings.end()) {
        return *row;
    }
    return {code, TransportFailed, TransportFailed, "PC/SC gave a code that nobody documents"};
}

} // namespace

std::span<const ScardCodeMeaning> scard_code_meanings() noexcept {
    return meanings;
}

Error error_before_use(ScardCode code, std::source_location where) noexcept {
    const ScardCodeMeaning meaning = meaning_of(code);
    return Error(meaning.before_use, meaning.text, where)
        .with_system_code(static_cast<std::int64_t>(code));
}

Error error_in_use(ScardCode code, std::source_location where) noexcept {
    const ScardCodeMeaning meaning = meaning_of(code);
    return Error(meaning.in_use, meaning.text, where)
        .with_system_code(static_cast<std::int64_t>(code));
}

} // namespace madoguchi::drivers

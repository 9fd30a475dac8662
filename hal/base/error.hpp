// The one error type. It is small and can be logged as it is: it never holds input bytes or
// personal data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <source_location>
#include <string_view>

namespace madoguchi {

// A string literal: text that was written by us and cannot hold what a card or person said.
class StaticText {
public:
    // Reads every character while compiling: a buffer that could be written to later does not
    // convert.
    template <std::size_t length>
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is meant to convert silently.
    consteval StaticText(const char (&literal)[length]) : text_(literal, length - 1) {
        if (text_.find('\0') != std::string_view::npos || literal[length - 1] != '\0') {
            throw "a StaticText is one whole literal";
        }
    }

    [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }
    // Null-terminated, for C interfaces.
    [[nodiscard]] constexpr const char* c_str() const noexcept { return text_.data(); }

private:
    std::string_view text_;
};

enum class ErrorGroup : std::uint8_t {
    Transport,
    Card,
    Encoding,
    Trust,
    Image,
    Face,
    Surface,
    Eligibility,
    Storage,
    Config,
    Internal,
};

// One code for each cause that is handled or explained differently. The hundreds digit is the
// group.
enum class ErrorCode : std::uint16_t {
    // Transport: the way to the card.
    ServiceUnavailable = 0, // the PC/SC daemon is not running or died
    AccessDenied,           // the daemon refuses this user
    NoReader,
    ReaderLost,
    ReaderBusy, // another program holds the reader
    NoCard,
    CardRemoved,
    CardReset,
    CardMute, // the card gives no answer to reset, or cannot be powered
    TransportFailed,
    DeadlineExceeded,
    Cancelled,

    // Card: the card answered, and the answer is not what we need.
    UnexpectedStatusWord = 100,
    ApplicationNotFound,
    FileNotFound,
    SecurityStatusNotSatisfied,
    CardUnsuitable, // not a My Number card
    RetryCounterUnknown,
    RetryCounterTooLow, // at or below the floor: VERIFY was not sent
    KeyBlocked,
    BudgetExceeded, // too many rounds or bytes for one purpose
    NoProgress,     // the card answers success without data, again and again
    EntryInvalid,   // what a person typed cannot be that number: nothing was sent to the card

    // Encoding: bytes that do not have the promised form.
    Truncated = 200,
    LengthInvalid,
    TagUnexpected,
    TagMissing,
    TagDuplicate,
    TooDeep,
    TooManyElements,
    ValueInvalid,
    TextInvalid, // not valid in its declared character set
    TooLarge,
    SyntaxInvalid,

    // Trust: a proof that fails where a caller asked for a proved value.
    CheckFailed = 300,
    CertificateInvalid,
    KeyInvalid,

    // Image and face.
    ImageRefused = 400, // by the header guard, before any decoder saw it
    ImageUnreadable,
    DecoderUnavailable, // the confined process that decodes pictures cannot be had
    ModelMissing = 500,
    ModelAltered, // its hash is not the pinned one
    ModelFailed,
    CameraMissing,
    CameraLost,
    FaceNotFound,
    FaceNotSingle,

    SurfaceUnreadable = 600,

    // Eligibility: the way to the national service.
    LinkUnavailable = 700, // folder or host cannot be reached
    LinkRefused,           // one side does not take the other for whom it must be
    AnswerUnreadable,
    AnswerForeign, // belongs to another session
    AnswerLate,

    StorageFailed = 800,
    ConfigInvalid = 900,
    FileUnreadable,

    Internal = 1000,
};

[[nodiscard]] ErrorGroup group_of(ErrorCode code) noexcept;

// The enumerator's own name, for logs and for the engineer.
[[nodiscard]] std::string_view name_of(ErrorCode code) noexcept;
[[nodiscard]] std::string_view name_of(ErrorGroup group) noexcept;

class Error {
public:
    Error(ErrorCode code, StaticText text,
          std::source_location where = std::source_location::current()) noexcept
        : code_(code), text_(text), where_(where) {}

    [[nodiscard]] Error with_status_word(std::uint16_t status_word) const noexcept;
    // errno, a PC/SC return code or another library's number.
    [[nodiscard]] Error with_system_code(std::int64_t system_code) const noexcept;

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] ErrorGroup group() const noexcept { return group_of(code_); }
    [[nodiscard]] std::string_view text() const noexcept { return text_.view(); }
    [[nodiscard]] std::optional<std::uint16_t> status_word() const noexcept { return status_word_; }
    [[nodiscard]] std::optional<std::int64_t> system_code() const noexcept { return system_code_; }
    [[nodiscard]] const std::source_location& where() const noexcept { return where_; }

private:
    ErrorCode code_;
    StaticText text_;
    std::optional<std::uint16_t> status_word_;
    std::optional<std::int64_t> system_code_;
    std::source_location where_;
};

} // namespace madoguchi

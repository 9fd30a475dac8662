#include "hal/base/error.hpp"

#include <algorithm>
#include <iterator>

namespace madoguchi {

namespace {

struct NamedCode {
    ErrorCode code;
    std::string_view name;
};

constexpr NamedCode named_codes[] = {
    {ErrorCode::ServiceUnavailable, "ServiceUnavailable"},
    {ErrorCode::AccessDenied, "AccessDenied"},
    {ErrorCode::NoReader, "NoReader"},
    {ErrorCode::ReaderLost, "ReaderLost"},
    {ErrorCode::ReaderBusy, "ReaderBusy"},
    {ErrorCode::NoCard, "NoCard"},
    {ErrorCode::CardRemoved, "CardRemoved"},
    {ErrorCode::CardReset, "CardReset"},
    {ErrorCode::CardMute, "CardMute"},
    {ErrorCode::TransportFailed, "TransportFailed"},
    {ErrorCode::DeadlineExceeded, "DeadlineExceeded"},
    {ErrorCode::Cancelled, "Cancelled"},
    {ErrorCode::UnexpectedStatusWord, "UnexpectedStatusWord"},
    {ErrorCode::ApplicationNotFound, "ApplicationNotFound"},
    {ErrorCode::FileNotFound, "FileNotFound"},
    {ErrorCode::SecurityStatusNotSatisfied, "SecurityStatusNotSatisfied"},
    {ErrorCode::CardUnsuitable, "CardUnsuitable"},
    {ErrorCode::RetryCounterUnknown, "RetryCounterUnknown"},
    {ErrorCode::RetryCounterTooLow, "RetryCounterTooLow"},
    {ErrorCode::KeyBlocked, "KeyBlocked"},
    {ErrorCode::BudgetExceeded, "BudgetExceeded"},
    {ErrorCode::NoProgress, "NoProgress"},
    {ErrorCode::EntryInvalid, "EntryInvalid"},
    {ErrorCode::Truncated, "Truncated"},
    {ErrorCode::LengthInvalid, "LengthInvalid"},
    {ErrorCode::TagUnexpected, "TagUnexpected"},
    {ErrorCode::TagMissing, "TagMissing"},
    {ErrorCode::TagDuplicate, "TagDuplicate"},
    {ErrorCode::TooDeep, "TooDeep"},
    {ErrorCode::TooManyElements, "TooManyElements"},
    {ErrorCode::ValueInvalid, "ValueInvalid"},
    {ErrorCode::TextInvalid, "TextInvalid"},
    {ErrorCode::TooLarge, "TooLarge"},
    {ErrorCode::SyntaxInvalid, "SyntaxInvalid"},
    {ErrorCode::CheckFailed, "CheckFailed"},
    {ErrorCode::CertificateInvalid, "CertificateInvalid"},
    {ErrorCode::KeyInvalid, "KeyInvalid"},
    {ErrorCode::ImageRefused, "ImageRefused"},
    {ErrorCode::ImageUnreadable, "ImageUnreadable"},
    {ErrorCode::DecoderUnavailable, "DecoderUnavailable"},
    {ErrorCode::ModelMissing, "ModelMissing"},
    {ErrorCode::ModelAltered, "ModelAltered"},
    {ErrorCode::ModelFailed, "ModelFailed"},
    {ErrorCode::CameraMissing, "CameraMissing"},
    {ErrorCode::CameraLost, "CameraLost"},
    {ErrorCode::FaceNotFound, "FaceNotFound"},
    {ErrorCode::FaceNotSingle, "FaceNotSingle"},
    {ErrorCode::SurfaceUnreadable, "SurfaceUnreadable"},
    {ErrorCode::LinkUnavailable, "LinkUnavailable"},
    {ErrorCode::LinkRefused, "LinkRefused"},
    {ErrorCode::AnswerUnreadable, "AnswerUnreadable"},
    {ErrorCode::AnswerForeign, "AnswerForeign"},
    {ErrorCode::AnswerLate, "AnswerLate"},
    {ErrorCode::StorageFailed, "StorageFailed"},
    {ErrorCode::ConfigInvalid, "ConfigInvalid"},
    {ErrorCode::FileUnreadable, "FileUnreadable"},
    {ErrorCode::Internal, "Internal"},
};

} // namespace

ErrorGroup group_of(ErrorCode code) noexcept {
    return static_cast<ErrorGroup>(static_cast<std::uint16_t>(code) / 100U);
}

std::string_view name_of(ErrorCode code) noexcept {
    const auto* const found =
        std::find_if(std::begin(named_codes), std::end(named_codes),
                     [code](const NamedCode& named) { return named.code == code; });
    return found == std::end(named_codes) ? "?" : found->name;
}

std::string_view name_of(ErrorGroup group) noexcept {
    switch (group) {
    case ErrorGroup::Transport:
        return "Transport";
    case ErrorGroup::Card:
        return "Card";
    case ErrorGroup::Encoding:
        return "Encoding";
    case ErrorGroup::Trust:
        return "Trust";
    case ErrorGroup::Image:
        return "Image";
    case ErrorGroup::Face:
        return "Face";
    case ErrorGroup::Surface:
        return "Surface";
    case ErrorGroup::Eligibility:
        return "Eligibility";
    case ErrorGroup::Storage:
        return "Storage";
    case ErrorGroup::Config:
        return "Config";
    case ErrorGroup::Internal:
        return "Internal";
    }
    return "?";
}

Error Error::with_status_word(std::uint16_t status_word) const noexcept {
    Error copy = *this;
    copy.status_word_ = status_word;
    return copy;
}

Error Error::with_system_code(std::int64_t system_code) const noexcept {
    Error copy = *this;
    copy.system_code_ = system_code;
    return copy;
}

} // namespace madoguchi

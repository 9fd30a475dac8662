#include "hal/base/error.hpp"

namespace madoguchi {

ErrorGroup group_of(ErrorCode code) noexcept {
    return static_cast<ErrorGroup>(static_cast<std::uint16_t>(code) / 100U);
}

std::string_view name_of(ErrorCode code) noexcept {
    switch (code) {
    case ErrorCode::ServiceUnavailable:
        return "ServiceUnavailable";
    case ErrorCode::AccessDenied:
        return "AccessDenied";
    case ErrorCode::NoReader:
        return "NoReader";
    case ErrorCode::ReaderLost:
        return "ReaderLost";
    case ErrorCode::ReaderBusy:
        return "ReaderBusy";
    case ErrorCode::NoCard:
        return "NoCard";
    case ErrorCode::CardRemoved:
        return "CardRemoved";
    case ErrorCode::CardReset:
        return "CardReset";
    case ErrorCode::CardMute:
        return "CardMute";
    case ErrorCode::TransportFailed:
        return "TransportFailed";
    case ErrorCode::DeadlineExceeded:
        return "DeadlineExceeded";
    case ErrorCode::Cancelled:
        return "Cancelled";
    case ErrorCode::UnexpectedStatusWord:
        return "UnexpectedStatusWord";
    case ErrorCode::ApplicationNotFound:
        return "ApplicationNotFound";
    case ErrorCode::FileNotFound:
        return "FileNotFound";
    case ErrorCode::SecurityStatusNotSatisfied:
        return "SecurityStatusNotSatisfied";
    case ErrorCode::CardUnsuitable:
        return "CardUnsuitable";
    case ErrorCode::RetryCounterUnknown:
        return "RetryCounterUnknown";
    case ErrorCode::RetryCounterTooLow:
        return "RetryCounterTooLow";
    case ErrorCode::KeyBlocked:
        return "KeyBlocked";
    case ErrorCode::BudgetExceeded:
        return "BudgetExceeded";
    case ErrorCode::NoProgress:
        return "NoProgress";
    case ErrorCode::Truncated:
        return "Truncated";
    case ErrorCode::LengthInvalid:
        return "LengthInvalid";
    case ErrorCode::TagUnexpected:
        return "TagUnexpected";
    case ErrorCode::TagMissing:
        return "TagMissing";
    case ErrorCode::TagDuplicate:
        return "TagDuplicate";
    case ErrorCode::TooDeep:
        return "TooDeep";
    case ErrorCode::TooManyElements:
        return "TooManyElements";
    case ErrorCode::ValueInvalid:
        return "ValueInvalid";
    case ErrorCode::TextInvalid:
        return "TextInvalid";
    case ErrorCode::TooLarge:
        return "TooLarge";
    case ErrorCode::SyntaxInvalid:
        return "SyntaxInvalid";
    case ErrorCode::CheckFailed:
        return "CheckFailed";
    case ErrorCode::CertificateInvalid:
        return "CertificateInvalid";
    case ErrorCode::KeyInvalid:
        return "KeyInvalid";
    case ErrorCode::ImageRefused:
        return "ImageRefused";
    case ErrorCode::ImageUnreadable:
        return "ImageUnreadable";
    case ErrorCode::ModelMissing:
        return "ModelMissing";
    case ErrorCode::ModelAltered:
        return "ModelAltered";
    case ErrorCode::ModelFailed:
        return "ModelFailed";
    case ErrorCode::CameraMissing:
        return "CameraMissing";
    case ErrorCode::CameraLost:
        return "CameraLost";
    case ErrorCode::FaceNotFound:
        return "FaceNotFound";
    case ErrorCode::FaceNotSingle:
        return "FaceNotSingle";
    case ErrorCode::SurfaceUnreadable:
        return "SurfaceUnreadable";
    case ErrorCode::LinkUnavailable:
        return "LinkUnavailable";
    case ErrorCode::AnswerUnreadable:
        return "AnswerUnreadable";
    case ErrorCode::AnswerForeign:
        return "AnswerForeign";
    case ErrorCode::AnswerLate:
        return "AnswerLate";
    case ErrorCode::StorageFailed:
        return "StorageFailed";
    case ErrorCode::ConfigInvalid:
        return "ConfigInvalid";
    case ErrorCode::FileUnreadable:
        return "FileUnreadable";
    case ErrorCode::Internal:
        return "Internal";
    }
    return "?";
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

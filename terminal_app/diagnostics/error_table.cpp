#include "terminal_app/diagnostics/error_table.hpp"

namespace madoguchi::terminal {

// One row for each code, no default: the compiler reports a code that is forgotten here.
// NOLINTNEXTLINE(readability-function-size): a table.
ErrorMeaning meaning_of(ErrorCode code) noexcept {
    using enum ErrorCode;
    using enum Recovery;
    using Reason = FailureReason;
    switch (code) {
    case ServiceUnavailable:
        return {Reason::ReaderService, RestartPart};
    case AccessDenied:
        return {Reason::ReaderAccess, CallStaff};
    case NoReader:
        return {Reason::ReaderNone, CallStaff};
    case ReaderLost:
        return {Reason::ReaderLost, RestartPart};
    case ReaderBusy:
        return {Reason::ReaderBusy, RetryHere};
    case NoCard:
    case CardRemoved:
        return {Reason::CardRemoved, PresentCardAgain};
    case CardReset:
    case CardMute:
    case TransportFailed:
    case DeadlineExceeded:
        return {Reason::CardUnreadable, PresentCardAgain};
    case Cancelled:
        return {Reason::SystemCancelled, PresentCardAgain};

    case ApplicationNotFound:
    case CardUnsuitable:
        return {Reason::CardUnsuitable, UseOtherMeans};
    case RetryCounterUnknown:
    case RetryCounterTooLow:
        return {Reason::PinUnavailable, UseOtherMeans};
    case KeyBlocked:
        return {Reason::PinBlocked, UseOtherMeans};
    case UnexpectedStatusWord:
    case FileNotFound:
    case SecurityStatusNotSatisfied:
    case BudgetExceeded:
    case NoProgress:
    case Truncated:
    case LengthInvalid:
    case TagUnexpected:
    case TagMissing:
    case TagDuplicate:
    case TooDeep:
    case TooManyElements:
    case ValueInvalid:
    case TextInvalid:
    case TooLarge:
    case SyntaxInvalid:
        return {Reason::CardUnexpected, PresentCardAgain};

    case CheckFailed:
    case CertificateInvalid:
    case KeyInvalid:
        return {Reason::TrustFailed, CallStaff};

    case ImageRefused:
    case ImageUnreadable:
        return {Reason::PhotoUnreadable, UseOtherMeans};
    case DecoderUnavailable:
        return {Reason::PhotoDecoder, UseOtherMeans};
    case ModelMissing:
    case ModelAltered:
    case ModelFailed:
        return {Reason::FaceModels, UseOtherMeans};
    case CameraMissing:
        return {Reason::CameraNone, UseOtherMeans};
    case CameraLost:
        return {Reason::CameraLost, UseOtherMeans};
    case FaceNotFound:
        return {Reason::FaceNone, UseOtherMeans};
    case FaceNotSingle:
        return {Reason::FaceSeveral, UseOtherMeans};

    case EntryInvalid:
    case SurfaceUnreadable:
        return {Reason::NumberUnreadable, UseOtherMeans};

    case LinkUnavailable:
    case LinkRefused:
        return {Reason::LinkFolder, CallStaff};
    case AnswerUnreadable:
        return {Reason::AnswerUnreadable, CallStaff};
    case AnswerForeign:
        return {Reason::AnswerForeign, CallStaff};
    case AnswerLate:
        return {Reason::LinkTimeout, CallStaff};

    case StorageFailed:
        return {Reason::SystemStorage, CallStaff};
    case ConfigInvalid:
    case FileUnreadable:
        return {Reason::SystemConfig, CallStaff};

    case Internal:
        return {Reason::SystemInternal, CallStaff};
    }
    return {Reason::SystemInternal, CallStaff};
}

} // namespace madoguchi::terminal

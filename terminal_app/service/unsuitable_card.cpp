#include "terminal_app/service/unsuitable_card.hpp"

namespace madoguchi::terminal {

FailureReason reason_against(jpki::ForeignCardKind kind) noexcept {
    using enum jpki::ForeignCardKind;
    switch (kind) {
    case DrivingLicence:
        return FailureReason::CardDrivingLicence;
    case ResidenceCard:
        return FailureReason::CardResidence;
    case Passport:
        return FailureReason::CardPassport;
    case CreditCard:
        return FailureReason::CardCredit;
    case TransitCard:
        return FailureReason::CardTransit;
    case MemoryCard:
    case Unknown:
        break;
    }
    return FailureReason::CardUnsuitable;
}

FailureReason reason_against(jpki::TokenKind kind) noexcept {
    using enum jpki::TokenKind;
    switch (kind) {
    case AndroidPhone:
    case Iphone:
        return FailureReason::CardPhone;
    case ResidentRegistryCard:
        return FailureReason::CardResidentRegistry;
    case MyNumberCard:
    case Unknown:
        break;
    }
    return FailureReason::CardUnsuitable;
}

} // namespace madoguchi::terminal

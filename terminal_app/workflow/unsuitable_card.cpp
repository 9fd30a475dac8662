#include "terminal_app/workflow/unsuitable_card.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::terminal {

namespace {

constexpr std::array dates_and_revocation{jpki::Check::CertificateIssuerValidity,
                                          jpki::Check::CertificateValidity,
                                          jpki::Check::CertificateRevocation};

bool only_dates_or_revocation_failed(const jpki::TrustVerdict& verdict) {
    const auto checks = jpki::all_checks();
    return std::all_of(checks.begin(), checks.end(), [&verdict](jpki::Check check) {
        return !verdict.failed(check) ||
               std::find(dates_and_revocation.begin(), dates_and_revocation.end(), check) !=
                   dates_and_revocation.end();
    });
}

} // namespace

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
    case NextGenerationCard:
    case Unknown:
        break;
    }
    return FailureReason::CardUnsuitable;
}

FailureReason reason_against(const jpki::TrustVerdict& verdict) noexcept {
    if (!only_dates_or_revocation_failed(verdict)) {
        return FailureReason::TrustFailed;
    }
    if (verdict.failed(jpki::Check::CertificateRevocation)) {
        return FailureReason::TrustRevoked;
    }
    return verdict.failed(jpki::Check::CertificateValidity) ? FailureReason::TrustExpired
                                                            : FailureReason::TrustFailed;
}

} // namespace madoguchi::terminal

#include "terminal_app/workflow/authentication_evidence.hpp"

#include "jpki/trust/check_groups.hpp"

#include <array>

namespace madoguchi::terminal {

namespace {

using jpki::Check;

constexpr std::array basic_four_checks{Check::InputSupportIssuer, Check::BasicFourSignature,
                                       Check::BasicFourDigest, Check::InputSupportPresenceKey,
                                       Check::InputSupportPresence};

constexpr std::array surface_checks{
    Check::SurfaceIssuer,       Check::SurfaceSignature,    Check::SurfaceHolderSegment,
    Check::SurfaceImageSegment, Check::SurfacePhotoSegment, Check::SurfacePresence,
    Check::SamePerson};

bool whole_card_is_proved(const jpki::TrustVerdict& verdict) {
    return verdict.passed_all(jpki::certificate_checks) && verdict.passed_all(basic_four_checks) &&
           verdict.passed_all(surface_checks) && !verdict.any_failed();
}

} // namespace

std::string_view name_of(Grade grade) noexcept {
    switch (grade) {
    case Grade::CardKeyAndPin:
        return "card-key-and-pin";
    case Grade::CardPresenceAndFace:
        return "card-presence-and-face";
    case Grade::CardPresenceAndStaff:
        return "card-presence-and-staff";
    }
    return "?";
}

std::optional<AuthenticationEvidence>
AuthenticationEvidence::by_face(const jpki::TrustVerdict& card,
                                const face::MatchDecision& decision) {
    if (!whole_card_is_proved(card) || decision.verdict != face::MatchVerdict::Match) {
        return std::nullopt;
    }
    return AuthenticationEvidence(Way::Face, Grade::CardPresenceAndFace);
}

std::optional<AuthenticationEvidence>
AuthenticationEvidence::by_pin(const jpki::TrustVerdict& basic_four,
                               const jpki::TrustVerdict& authentication) {
    const bool proved = basic_four.passed_all(basic_four_checks) &&
                        authentication.passed_all(jpki::certificate_checks) &&
                        authentication.passed(Check::AuthenticationKeyProof) &&
                        !basic_four.any_failed() && !authentication.any_failed();
    return proved ? std::optional(AuthenticationEvidence(Way::Pin, Grade::CardKeyAndPin))
                  : std::nullopt;
}

std::optional<AuthenticationEvidence>
AuthenticationEvidence::by_staff(const jpki::TrustVerdict& card,
                                 StaffConfirmation /*confirmation*/) {
    if (!whole_card_is_proved(card)) {
        return std::nullopt;
    }
    return AuthenticationEvidence(Way::Visual, Grade::CardPresenceAndStaff);
}

} // namespace madoguchi::terminal

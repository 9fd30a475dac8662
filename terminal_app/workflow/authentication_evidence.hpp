// What was proved about card and person, how, and how strongly. It can only be made out of the
// proofs themselves, and it is the only thing that releases an eligibility request.
#pragma once

#include "face/match/match_decision.hpp"
#include "jpki/trust/trust_verdict.hpp"
#include "terminal_app/workflow/way.hpp"

#include <optional>
#include <string_view>

namespace madoguchi::terminal {

// Strongest first. Without the verifier's secret module (SAM) a PIN-less use of the authentication
// key is not possible: by face and by sight the chip is proved by its data signatures and its own
// presence proof, and the grade says so.
enum class Grade : std::uint8_t {
    CardKeyAndPin,        // the certificate's key signed our challenge after the holder's PIN
    CardPresenceAndFace,  // genuine chip present, live face matches the signed photo
    CardPresenceAndStaff, // genuine chip present, staff compared the signed photo
};

// "card-key-and-pin", "card-presence-and-face", "card-presence-and-staff".
[[nodiscard]] std::string_view name_of(Grade grade) noexcept;

// Staff answered "the same person" on the staff page while the photo was shown.
struct StaffConfirmation {};

class AuthenticationEvidence {
public:
    // Nothing when a check that the way rests on did not pass.
    [[nodiscard]] static std::optional<AuthenticationEvidence>
    by_face(const jpki::TrustVerdict& card, const face::MatchDecision& decision);
    [[nodiscard]] static std::optional<AuthenticationEvidence>
    by_pin(const jpki::TrustVerdict& basic_four, const jpki::TrustVerdict& authentication);
    [[nodiscard]] static std::optional<AuthenticationEvidence>
    by_staff(const jpki::TrustVerdict& card, StaffConfirmation confirmation);

    [[nodiscard]] Way way() const noexcept { return way_; }
    [[nodiscard]] Grade grade() const noexcept { return grade_; }

private:
    AuthenticationEvidence(Way way, Grade grade) noexcept : way_(way), grade_(grade) {}

    Way way_;
    Grade grade_;
};

} // namespace madoguchi::terminal

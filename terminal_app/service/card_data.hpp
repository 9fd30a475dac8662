// What one session learned from the card, proved. Shared among the services of the session and
// wiped with the last of them.
#pragma once

#include "eligibility/model/basic_items.hpp"
#include "jpki/reception/read_basic_four.hpp"
#include "jpki/reception/read_with_number_b.hpp"

#include <memory>
#include <variant>

namespace madoguchi::terminal {

class CardData {
public:
    explicit CardData(jpki::ReceptionReading whole) : reading_(std::move(whole)) {}
    explicit CardData(jpki::BasicFourReading basic_four) : reading_(std::move(basic_four)) {}

    [[nodiscard]] const jpki::BasicFourAttributes& basic_four() const;
    [[nodiscard]] const jpki::TrustVerdict& verdict() const;
    // Null when the surface was not read (PIN way).
    [[nodiscard]] const jpki::FacePhoto* photo() const;
    // Null when the certificate was not read yet (PIN way).
    [[nodiscard]] const jpki::UserAuthenticationCertificate* certificate() const;
    // The card's last day, which nothing proves; nothing when the surface was not read (PIN way).
    [[nodiscard]] std::optional<CivilDate> card_expiry() const;

private:
    std::variant<jpki::ReceptionReading, jpki::BasicFourReading> reading_;
};

using SharedCardData = std::shared_ptr<const CardData>;

// For comparison with index and answer. A month or day that the card leaves open stays unknown.
[[nodiscard]] eligibility::BasicItems basic_items(const jpki::BasicFourAttributes& card);

} // namespace madoguchi::terminal

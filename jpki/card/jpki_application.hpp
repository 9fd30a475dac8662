// 公的個人認証AP: certificates and the user-authentication key (card-interface reference, section
// 5).
#pragma once

#include "jpki/card/number_presentation.hpp"
#include "jpki/record/token_information.hpp"
#include "jpki/trust/certificate.hpp"
#include "jpki/trust/challenge.hpp"

namespace madoguchi::jpki {

// Borrows the card; valid until another application is selected.
class JpkiApplication {
public:
    static constexpr std::size_t pin_digits = 4;

    // Errors: as CardSession::select.
    [[nodiscard]] static Result<JpkiApplication> select(CardSession& session, Deadline deadline);

    // Errors: as apdu::read_sized_file and parse_token_information.
    [[nodiscard]] Result<TokenInformation> read_token_information(Deadline deadline);

    // Free on a card; after the PIN only on a phone (SecurityStatusNotSatisfied).
    // Errors: as apdu::read_object_file and parse_x509.
    [[nodiscard]] Result<UserAuthenticationCertificate>
    read_user_authentication_certificate(Deadline deadline);
    [[nodiscard]] Result<IssuerCertificate> read_issuer_certificate(Deadline deadline);

    // The 4-digit PIN of user authentication. Errors: as read_retry_counter and present_number.
    [[nodiscard]] Result<apdu::CounterReading> pin_counter(Deadline deadline);
    [[nodiscard]] Result<NumberPresentation> present_pin(apdu::Pin pin, apdu::LastTry last_try,
                                                         Deadline deadline);

    // With the user-authentication key, after its PIN. Errors: as have_signed, FileNotFound.
    [[nodiscard]] Result<SignedChallenge> sign(Challenge challenge, Deadline deadline);

private:
    explicit JpkiApplication(SelectedApplication application) noexcept
        : application_(application) {}

    SelectedApplication application_;
};

} // namespace madoguchi::jpki

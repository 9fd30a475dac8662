// 公的個人認証AP: certificates and the user-authentication key (card-interface reference, section
// 5).
#pragma once

#include "jpki/card/card_layout.hpp"
#include "jpki/card/number_change.hpp"
#include "jpki/card/number_presentation.hpp"
#include "jpki/record/certificate_presence.hpp"
#include "jpki/record/token_information.hpp"
#include "jpki/trust/certificate.hpp"
#include "jpki/trust/challenge.hpp"

namespace madoguchi::jpki {

// Borrows the card; valid until another application is selected.
class JpkiApplication {
public:
    // `layout` must outlive the object. Errors: as CardSession::select.
    [[nodiscard]] static Result<JpkiApplication>
    select(CardSession& session, const PublicKeyServiceLayout& layout, Deadline deadline);

    // Errors: as apdu::read_sized_file and parse_token_information.
    [[nodiscard]] Result<TokenInformation> read_token_information(Deadline deadline);

    // Which certificates the card was issued with. Errors: as apdu::read_sized_file.
    [[nodiscard]] Result<CertificatePresence> read_certificate_presence(Deadline deadline);

    // Free on a card; after the PIN only on a phone (SecurityStatusNotSatisfied).
    // Errors: as apdu::read_object_file and parse_x509.
    [[nodiscard]] Result<UserAuthenticationCertificate>
    read_user_authentication_certificate(Deadline deadline);
    [[nodiscard]] Result<IssuerCertificate> read_issuer_certificate(Deadline deadline);

    // Reads the certificate, and goes on where `progress` stands when it is of the same card; from
    // now on what is read is kept there. `progress` must outlive the session. Errors: as
    // apdu::read_object_file.
    [[nodiscard]] Result<void> go_on_with(ReadingProgress& progress, MonotonicTime now,
                                          Deadline deadline);

    // The 4-digit PIN of user authentication. Errors: as read_retry_counter and present_number.
    [[nodiscard]] Result<apdu::CounterReading> pin_counter(Deadline deadline);
    [[nodiscard]] Result<NumberPresentation> present_pin(apdu::Pin pin, apdu::PinPolicy policy,
                                                         Deadline deadline);
    // Errors: as change_number.
    [[nodiscard]] Result<apdu::PinChange> change_pin(apdu::Pin current, apdu::NewPin next,
                                                     apdu::PinPolicy policy, Deadline deadline);

    // With the user-authentication key, after its PIN. Errors: as have_signed, FileNotFound.
    [[nodiscard]] Result<SignedChallenge> sign(Challenge challenge, Deadline deadline);

private:
    JpkiApplication(SelectedApplication application, const PublicKeyServiceLayout& layout) noexcept
        : application_(application), layout_(&layout) {}

    SelectedApplication application_;
    const PublicKeyServiceLayout* layout_;
};

} // namespace madoguchi::jpki

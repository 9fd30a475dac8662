#include "jpki/card/jpki_application.hpp"

#include "jpki/card/object_file.hpp"
#include "jpki/card/signing.hpp"

namespace madoguchi::jpki {

Result<JpkiApplication> JpkiApplication::select(CardSession& session,
                                                const PublicKeyServiceLayout& layout,
                                                Deadline deadline) {
    return JpkiApplication(
        MADOGUCHI_TRY(SelectedApplication::select(session, layout.application, deadline)), layout);
}

Result<TokenInformation> JpkiApplication::read_token_information(Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const Bytes file = MADOGUCHI_TRY(apdu::read_sized_file(
        application_.channel(), layout_->token_information, TokenInformation::file_size, budget));
    return parse_token_information(file);
}

Result<CertificatePresence> JpkiApplication::read_certificate_presence(Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const Bytes file =
        MADOGUCHI_TRY(apdu::read_sized_file(application_.channel(), layout_->certificate_presence,
                                            CertificatePresence::file_size, budget));
    return parse_certificate_presence(file);
}

Result<UserAuthenticationCertificate>
JpkiApplication::read_user_authentication_certificate(Deadline deadline) {
    return read_parsed(application_, layout_->user_authentication_certificate, deadline,
                       UserAuthenticationCertificate::parse, apdu::TlvRules::Strict);
}

Result<void> JpkiApplication::go_on_with(ReadingProgress& progress, MonotonicTime now,
                                         Deadline deadline) {
    CardSession& session = application_.session();
    session.keep_progress(nullptr); // the certificate, which tells the card, is read in any case
    const apdu::ObjectFile& file = layout_->user_authentication_certificate;
    const SecretBytes certificate =
        MADOGUCHI_TRY(read_object(application_, file, deadline, apdu::TlvRules::Strict));
    progress.meet(certificate.reveal(), now);
    progress.keep(application_.name(), file.id, certificate.reveal());
    session.keep_progress(&progress);
    return {};
}

Result<IssuerCertificate> JpkiApplication::read_issuer_certificate(Deadline deadline) {
    return read_parsed(application_, layout_->issuer_certificate, deadline,
                       IssuerCertificate::parse, apdu::TlvRules::Strict);
}

Result<apdu::CounterReading> JpkiApplication::pin_counter(Deadline deadline) {
    return read_retry_counter(application_, layout_->user_authentication_pin, deadline);
}

Result<NumberPresentation> JpkiApplication::present_pin(apdu::Pin pin, apdu::PinPolicy policy,
                                                        Deadline deadline) {
    return present_number(application_, layout_->user_authentication_pin, std::move(pin),
                          std::move(policy), deadline);
}

Result<apdu::PinChange> JpkiApplication::change_pin(apdu::Pin current, apdu::NewPin next,
                                                    apdu::PinPolicy policy, Deadline deadline) {
    return change_number(application_, layout_->user_authentication_pin, std::move(current),
                         std::move(next), std::move(policy), deadline);
}

Result<SignedChallenge> JpkiApplication::sign(Challenge challenge, Deadline deadline) {
    return have_signed(application_, layout_->user_authentication_key, layout_->signing,
                       std::move(challenge), deadline);
}

} // namespace madoguchi::jpki

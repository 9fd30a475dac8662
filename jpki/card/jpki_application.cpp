#include "jpki/card/jpki_application.hpp"

#include "jpki/card/file_map.hpp"
#include "jpki/card/key_file.hpp"
#include "jpki/card/object_file.hpp"
#include "jpki/card/signing.hpp"

namespace madoguchi::jpki {

namespace files = file_map::public_key_service;

Result<JpkiApplication> JpkiApplication::select(CardSession& session, Deadline deadline) {
    return JpkiApplication(
        MADOGUCHI_TRY(SelectedApplication::select(session, files::application, deadline)));
}

Result<TokenInformation> JpkiApplication::read_token_information(Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const Bytes file = MADOGUCHI_TRY(apdu::read_sized_file(
        application_.channel(), files::token_information, TokenInformation::file_size, budget));
    return parse_token_information(file);
}

Result<UserAuthenticationCertificate>
JpkiApplication::read_user_authentication_certificate(Deadline deadline) {
    return read_parsed(application_, files::user_authentication_certificate, largest_certificate,
                       deadline, UserAuthenticationCertificate::parse, apdu::TlvRules::Strict);
}

Result<IssuerCertificate> JpkiApplication::read_issuer_certificate(Deadline deadline) {
    return read_parsed(application_, files::issuer_certificate, largest_certificate, deadline,
                       IssuerCertificate::parse, apdu::TlvRules::Strict);
}

Result<apdu::CounterReading> JpkiApplication::pin_counter(Deadline deadline) {
    return read_retry_counter(application_, files::user_authentication_pin, deadline);
}

Result<NumberPresentation> JpkiApplication::present_pin(apdu::Pin pin, apdu::LastTry last_try,
                                                        Deadline deadline) {
    return present_number(application_, files::user_authentication_pin, std::move(pin), last_try,
                          deadline);
}

Result<SignedChallenge> JpkiApplication::sign(Challenge challenge, Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    MADOGUCHI_TRY(select_key_file(application_, files::user_authentication_key, budget));
    return have_signed(application_, apdu::KeyReference::current_file(), std::move(challenge),
                       deadline);
}

} // namespace madoguchi::jpki

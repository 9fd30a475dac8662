#include "jpki/card/input_support_application.hpp"

#include "jpki/card/object_file.hpp"
#include "jpki/card/signing.hpp"

namespace madoguchi::jpki {

Result<InputSupportApplication> InputSupportApplication::select(CardSession& session,
                                                                const InputSupportLayout& layout,
                                                                Deadline deadline) {
    return InputSupportApplication(
        MADOGUCHI_TRY(SelectedApplication::select(session, layout.application, deadline)), layout);
}

Result<apdu::CounterReading> InputSupportApplication::pin_counter(Deadline deadline) {
    return read_retry_counter(application_, layout_->pin, deadline);
}

Result<apdu::CounterReading> InputSupportApplication::number_b_counter(Deadline deadline) {
    return read_retry_counter(application_, layout_->number_b, deadline);
}

Result<NumberPresentation>
InputSupportApplication::present_pin(apdu::Pin pin, apdu::PinPolicy policy, Deadline deadline) {
    return present_number(application_, layout_->pin, std::move(pin), std::move(policy), deadline);
}

Result<NumberPresentation>
InputSupportApplication::present_number_b(const VerificationNumberB& number, apdu::PinPolicy policy,
                                          Deadline deadline) {
    return present_number(application_, layout_->number_b, number.for_one_presentation(),
                          std::move(policy), deadline);
}

Result<apdu::PinChange> InputSupportApplication::change_pin(apdu::Pin current, apdu::NewPin next,
                                                            apdu::PinPolicy policy,
                                                            Deadline deadline) {
    return change_number(application_, layout_->pin, std::move(current), std::move(next),
                         std::move(policy), deadline);
}

Result<BasicFourRecord> InputSupportApplication::read_basic_four(Deadline deadline) {
    return read_parsed(application_, layout_->basic_four, deadline, parse_basic_four);
}

Result<InputSupportSignature> InputSupportApplication::read_signature(Deadline deadline) {
    return read_parsed(application_, layout_->signature, deadline, parse_input_support_signature);
}

Result<PresenceKeyRecord> InputSupportApplication::read_presence_key(Deadline deadline) {
    return read_parsed(application_, layout_->presence_key, deadline, parse_presence_key);
}

Result<CvCertificate> InputSupportApplication::read_data_signing_certificate(Deadline deadline) {
    return read_parsed(application_, layout_->data_signing_certificate, deadline,
                       parse_cv_certificate);
}

Result<SignedChallenge> InputSupportApplication::prove_presence(Challenge challenge,
                                                                Deadline deadline) {
    return have_signed(application_, layout_->signing, std::move(challenge), deadline);
}

Result<void> InputSupportApplication::read_ahead(Deadline deadline) {
    MADOGUCHI_TRY(read_object(application_, layout_->data_signing_certificate, deadline));
    return prove_presence_ahead(application_, layout_->signing, deadline);
}

Result<InputSupportReading> InputSupportApplication::read_all(Deadline deadline) {
    BasicFourRecord basic_four = MADOGUCHI_TRY(read_basic_four(deadline));
    InputSupportSignature signature = MADOGUCHI_TRY(read_signature(deadline));
    CvCertificate certificate = MADOGUCHI_TRY(read_data_signing_certificate(deadline));
    PresenceKeyRecord presence_key = MADOGUCHI_TRY(read_presence_key(deadline));
    SignedChallenge presence =
        MADOGUCHI_TRY(presence_proof(application_, layout_->signing, deadline));
    return InputSupportReading{std::move(basic_four), std::move(signature), std::move(certificate),
                               std::move(presence_key), std::move(presence)};
}

} // namespace madoguchi::jpki

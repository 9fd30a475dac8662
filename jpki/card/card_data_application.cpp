#include "jpki/card/card_data_application.hpp"

#include "jpki/card/object_file.hpp"
#include "jpki/card/signing.hpp"

namespace madoguchi::jpki {

Result<CardDataApplication>
CardDataApplication::select(CardSession& session, const CardDataLayout& layout, Deadline deadline) {
    return CardDataApplication(
        MADOGUCHI_TRY(SelectedApplication::select(session, layout.application, deadline)), layout);
}

Result<apdu::CounterReading> CardDataApplication::number_counter(Deadline deadline) {
    return read_retry_counter(application_, layout_->number, deadline);
}

Result<NumberPresentation> CardDataApplication::present_number(VerificationNumber number,
                                                               apdu::PinPolicy policy,
                                                               Deadline deadline) {
    return jpki::present_number(application_, layout_->number,
                                std::move(number).for_one_presentation(), std::move(policy),
                                deadline);
}

Result<SurfaceRecord> CardDataApplication::read_surface_record(Deadline deadline) {
    return read_parsed(application_, layout_->record, deadline, parse_provisional_surface_record);
}

Result<BasicFourRecord> CardDataApplication::read_basic_four(Deadline deadline) {
    return read_parsed(application_, layout_->basic_four, deadline, parse_basic_four);
}

Result<InputSupportSignature> CardDataApplication::read_basic_four_signature(Deadline deadline) {
    return read_parsed(application_, layout_->basic_four_signature, deadline,
                       parse_provisional_basic_four_signature);
}

Result<CvCertificate> CardDataApplication::read_data_signing_certificate(Deadline deadline) {
    return read_parsed(application_, layout_->data_signing_certificate, deadline,
                       parse_provisional_cv_certificate);
}

Result<SignedChallenge> CardDataApplication::prove_presence(Challenge challenge,
                                                            Deadline deadline) {
    return have_signed(application_, layout_->signing, std::move(challenge), deadline);
}

Result<void> CardDataApplication::read_ahead(Deadline deadline) {
    MADOGUCHI_TRY(read_object(application_, layout_->data_signing_certificate, deadline));
    return prove_presence_ahead(application_, layout_->signing, deadline);
}

Result<CardDataReading> CardDataApplication::read_all(Deadline deadline,
                                                      const EarlyPhoto& early_photo) {
    SurfaceRecord surface = MADOGUCHI_TRY(read_surface_record(deadline));
    if (early_photo) {
        early_photo(UnprovedPhoto(surface.photo));
    }
    BasicFourRecord basic_four = MADOGUCHI_TRY(read_basic_four(deadline));
    InputSupportSignature signature = MADOGUCHI_TRY(read_basic_four_signature(deadline));
    CvCertificate certificate = MADOGUCHI_TRY(read_data_signing_certificate(deadline));
    SignedChallenge presence =
        MADOGUCHI_TRY(presence_proof(application_, layout_->signing, deadline));
    return CardDataReading{std::move(surface), std::move(basic_four), std::move(signature),
                           std::move(certificate), std::move(presence)};
}

} // namespace madoguchi::jpki

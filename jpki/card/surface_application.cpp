#include "jpki/card/surface_application.hpp"

#include "jpki/card/object_file.hpp"
#include "jpki/card/signing.hpp"

namespace madoguchi::jpki {

Result<SurfaceApplication>
SurfaceApplication::select(CardSession& session, const SurfaceLayout& layout, Deadline deadline) {
    return SurfaceApplication(
        MADOGUCHI_TRY(SelectedApplication::select(session, layout.application, deadline)), layout);
}

Result<apdu::CounterReading> SurfaceApplication::number_b_counter(Deadline deadline) {
    return read_retry_counter(application_, layout_->number_b, deadline);
}

Result<NumberPresentation> SurfaceApplication::present_number_b(const VerificationNumberB& number,
                                                                apdu::PinPolicy policy,
                                                                Deadline deadline) {
    return present_number(application_, layout_->number_b, number.for_one_presentation(),
                          std::move(policy), deadline);
}

Result<SurfaceRecord> SurfaceApplication::read_surface_record(Deadline deadline) {
    return read_parsed(application_, layout_->record, deadline, parse_surface_record);
}

Result<CvCertificate> SurfaceApplication::read_data_signing_certificate(Deadline deadline) {
    return read_parsed(application_, layout_->data_signing_certificate, deadline,
                       parse_cv_certificate);
}

Result<SignedChallenge> SurfaceApplication::prove_presence(Challenge challenge, Deadline deadline) {
    return have_signed(application_, layout_->signing, std::move(challenge), deadline);
}

Result<void> SurfaceApplication::read_ahead(Deadline deadline) {
    MADOGUCHI_TRY(read_object(application_, layout_->data_signing_certificate, deadline));
    return prove_presence_ahead(application_, layout_->signing, deadline);
}

Result<SurfaceReading> SurfaceApplication::read_all(Deadline deadline,
                                                    const EarlyPhoto& early_photo) {
    SurfaceRecord surface = MADOGUCHI_TRY(read_surface_record(deadline));
    if (early_photo) {
        early_photo(UnprovedPhoto(surface.photo));
    }
    CvCertificate certificate = MADOGUCHI_TRY(read_data_signing_certificate(deadline));
    SignedChallenge presence =
        MADOGUCHI_TRY(presence_proof(application_, layout_->signing, deadline));
    return SurfaceReading{std::move(surface), std::move(certificate), std::move(presence)};
}

} // namespace madoguchi::jpki

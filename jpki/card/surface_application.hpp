// 券面事項確認AP: the card's face as data (card-interface reference, section 7).
#pragma once

#include "jpki/card/card_layout.hpp"
#include "jpki/card/early_photo.hpp"
#include "jpki/card/number_presentation.hpp"
#include "jpki/card/verification_number_b.hpp"
#include "jpki/trust/readings.hpp"

namespace madoguchi::jpki {

// Borrows the card; valid until another application is selected.
class SurfaceApplication {
public:
    // `layout` must outlive the object. Errors: as CardSession::select.
    [[nodiscard]] static Result<SurfaceApplication>
    select(CardSession& session, const SurfaceLayout& layout, Deadline deadline);

    // Errors: as read_retry_counter and present_number.
    [[nodiscard]] Result<apdu::CounterReading> number_b_counter(Deadline deadline);
    [[nodiscard]] Result<NumberPresentation>
    present_number_b(const VerificationNumberB& number, apdu::PinPolicy policy, Deadline deadline);

    // After the number. Errors: SecurityStatusNotSatisfied, as apdu::read_object_file and
    // parse_surface_record.
    [[nodiscard]] Result<SurfaceRecord> read_surface_record(Deadline deadline);
    // Without a number.
    [[nodiscard]] Result<CvCertificate> read_data_signing_certificate(Deadline deadline);

    // Proof that this chip holds the record's card key; needs no number. Errors: as have_signed.
    [[nodiscard]] Result<SignedChallenge> prove_presence(Challenge challenge, Deadline deadline);

    // What read_all needs and no number guards: it is not asked for again there. The session keeps
    // progress. Errors: as the two above.
    [[nodiscard]] Result<void> read_ahead(Deadline deadline);

    // All of the above, with a fresh challenge. After the number. `early_photo`, if any, is called
    // as soon as the photo is here.
    [[nodiscard]] Result<SurfaceReading> read_all(Deadline deadline,
                                                  const EarlyPhoto& early_photo = {});

private:
    SurfaceApplication(SelectedApplication application, const SurfaceLayout& layout) noexcept
        : application_(application), layout_(&layout) {}

    SelectedApplication application_;
    const SurfaceLayout* layout_;
};

} // namespace madoguchi::jpki

// 券面事項入力補助AP: the basic four items as text (card-interface reference, section 6).
#pragma once

#include "jpki/card/card_layout.hpp"
#include "jpki/card/number_change.hpp"
#include "jpki/card/number_presentation.hpp"
#include "jpki/card/verification_number_b.hpp"
#include "jpki/trust/readings.hpp"

namespace madoguchi::jpki {

// Borrows the card; valid until another application is selected.
class InputSupportApplication {
public:
    // `layout` must outlive the object. Errors: as CardSession::select.
    [[nodiscard]] static Result<InputSupportApplication>
    select(CardSession& session, const InputSupportLayout& layout, Deadline deadline);

    // Either number opens the basic four items. Errors: as read_retry_counter and present_number.
    [[nodiscard]] Result<apdu::CounterReading> pin_counter(Deadline deadline);
    [[nodiscard]] Result<apdu::CounterReading> number_b_counter(Deadline deadline);
    [[nodiscard]] Result<NumberPresentation> present_pin(apdu::Pin pin, apdu::PinPolicy policy,
                                                         Deadline deadline);
    [[nodiscard]] Result<NumberPresentation>
    present_number_b(const VerificationNumberB& number, apdu::PinPolicy policy, Deadline deadline);
    // Errors: as change_number.
    [[nodiscard]] Result<apdu::PinChange> change_pin(apdu::Pin current, apdu::NewPin next,
                                                     apdu::PinPolicy policy, Deadline deadline);

    // After a number. Errors: SecurityStatusNotSatisfied, as apdu::read_object_file and the
    // record's parser.
    [[nodiscard]] Result<BasicFourRecord> read_basic_four(Deadline deadline);
    [[nodiscard]] Result<InputSupportSignature> read_signature(Deadline deadline);
    [[nodiscard]] Result<PresenceKeyRecord> read_presence_key(Deadline deadline);
    // Without a number.
    [[nodiscard]] Result<CvCertificate> read_data_signing_certificate(Deadline deadline);

    // Proof that this chip holds the presence key; needs no number. Errors: as have_signed.
    [[nodiscard]] Result<SignedChallenge> prove_presence(Challenge challenge, Deadline deadline);

    // What read_all needs and no number guards: it is not asked for again there. The session keeps
    // progress. Errors: as the two above.
    [[nodiscard]] Result<void> read_ahead(Deadline deadline);

    // All of the above, with a fresh challenge. After a number.
    [[nodiscard]] Result<InputSupportReading> read_all(Deadline deadline);

private:
    InputSupportApplication(SelectedApplication application,
                            const InputSupportLayout& layout) noexcept
        : application_(application), layout_(&layout) {}

    SelectedApplication application_;
    const InputSupportLayout* layout_;
};

} // namespace madoguchi::jpki

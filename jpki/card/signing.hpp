// Having the card sign a challenge: COMPUTE DIGITAL SIGNATURE (80 2A; card-interface reference,
// section 4.5) in the form that the card's layout names.
#pragma once

#include "jpki/card/application_layouts.hpp"
#include "jpki/card/card_session.hpp"
#include "jpki/trust/challenge.hpp"

namespace madoguchi::jpki {

// With the application's own default key. Errors: SecurityStatusNotSatisfied, UnexpectedStatusWord,
// and as ApduChannel::exchange.
[[nodiscard]] Result<SignedChallenge> have_signed(const SelectedApplication& application,
                                                  SigningForm form, Challenge challenge,
                                                  Deadline deadline);

// With the key in this file. Errors: as above, FileNotFound.
[[nodiscard]] Result<SignedChallenge> have_signed(const SelectedApplication& application,
                                                  apdu::FileId key, SigningForm form,
                                                  Challenge challenge, Deadline deadline);

// Proof that the chip at hand holds the application's default key, which no number guards: the one
// made ahead, or one made now with a fresh challenge. Errors: as have_signed, Internal.
[[nodiscard]] Result<SignedChallenge> presence_proof(const SelectedApplication& application,
                                                     SigningForm form, Deadline deadline);

// Makes that proof before the number is known, while the card would wait. Errors: as above.
[[nodiscard]] Result<void> prove_presence_ahead(const SelectedApplication& application,
                                                SigningForm form, Deadline deadline);

} // namespace madoguchi::jpki

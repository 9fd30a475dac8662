// Having the card sign a challenge: COMPUTE DIGITAL SIGNATURE with a SHA-256 DigestInfo (80 2A 00
// xx; card-interface reference, section 4.5).
#pragma once

#include "jpki/card/card_session.hpp"
#include "jpki/trust/challenge.hpp"

namespace madoguchi::jpki {

// With the application's own default key. Errors: SecurityStatusNotSatisfied, UnexpectedStatusWord,
// and as ApduChannel::exchange.
[[nodiscard]] Result<SignedChallenge> have_signed(const SelectedApplication& application,
                                                  Challenge challenge, Deadline deadline);

// With the key in this file. Errors: as above, FileNotFound.
[[nodiscard]] Result<SignedChallenge> have_signed(const SelectedApplication& application,
                                                  apdu::FileId key, Challenge challenge,
                                                  Deadline deadline);

} // namespace madoguchi::jpki

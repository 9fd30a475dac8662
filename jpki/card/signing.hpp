// Having the card sign a challenge: COMPUTE DIGITAL SIGNATURE with a SHA-256 DigestInfo (80 2A 00
// xx; card-interface reference, section 4.5).
#pragma once

#include "jpki/card/card_session.hpp"
#include "jpki/trust/challenge.hpp"

namespace madoguchi::jpki {

// Errors: SecurityStatusNotSatisfied, UnexpectedStatusWord, and as ApduChannel::exchange.
[[nodiscard]] Result<SignedChallenge> have_signed(const SelectedApplication& application,
                                                  apdu::KeyReference key, Challenge challenge,
                                                  Deadline deadline);

} // namespace madoguchi::jpki

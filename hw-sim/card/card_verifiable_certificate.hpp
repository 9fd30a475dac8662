// CV certificates of card-data signing keys (reference, section 6.3): 7F21 { 5F4E body, 5F37
// signature over the body }, 568 bytes.
#pragma once

#include "hw-sim/card/card_key_id.hpp"
#include "hw-sim/card/rsa_key.hpp"

namespace madoguchi::sim {

[[nodiscard]] Result<Bytes> build_card_verifiable_certificate(const CardKeyId& issuer_id,
                                                              const RsaKey& issuer_key,
                                                              const CardKeyId& subject_id,
                                                              const RsaKey& subject_key);

} // namespace madoguchi::sim

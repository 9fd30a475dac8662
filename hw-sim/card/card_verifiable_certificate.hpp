// CV certificates of card-data signing keys (reference, section 6.3): 7F21 { 5F4E body, 5F37
// signature over the body }, 568 bytes with RSA. Of P-384 keys the body holds SubjectPublicKeyInfo,
// and the signature is ECDSA in DER (provisional next-generation card).
#pragma once

#include "hw-sim/card/card_key_id.hpp"
#include "hw-sim/card/key_pair.hpp"

namespace madoguchi::sim {

[[nodiscard]] Result<Bytes> build_card_verifiable_certificate(const CardKeyId& issuer_id,
                                                              const KeyPair& issuer_key,
                                                              const CardKeyId& subject_id,
                                                              const KeyPair& subject_key);

} // namespace madoguchi::sim

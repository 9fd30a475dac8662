#include "hw-sim/card/card_verifiable_certificate.hpp"

#include "hw-sim/card/tlv_writer.hpp"

namespace madoguchi::sim {

Result<Bytes> build_card_verifiable_certificate(const CardKeyId& issuer_id,
                                                const KeyPair& issuer_key,
                                                const CardKeyId& subject_id,
                                                const KeyPair& subject_key) {
    const Bytes public_key = MADOGUCHI_TRY(public_key_on_card(subject_key));
    const Bytes body = concatenate({issuer_id.bytes(), subject_id.bytes(), public_key});
    const Bytes signature = MADOGUCHI_TRY(sign_message(issuer_key, body));
    return tlv(0x7F21, concatenate({tlv(0x5F4E, body), tlv(0x5F37, signature)}));
}

} // namespace madoguchi::sim

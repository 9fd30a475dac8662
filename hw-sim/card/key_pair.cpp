#include "hw-sim/card/key_pair.hpp"

#include <openssl/evp.h>

namespace madoguchi::sim {

Result<Bytes> sign_message(const KeyPair& key, ByteView message) {
    return std::visit([message](const auto& own) { return own.sign_message(message); }, key);
}

std::size_t longest_signature(const KeyPair& key) {
    return std::holds_alternative<RsaKey>(key) ? RsaKey::modulus_length
                                               : P384Key::longest_signature;
}

Result<Bytes> public_key_on_card(const KeyPair& key) {
    if (const auto* const rsa = std::get_if<RsaKey>(&key)) {
        return rsa->card_public_key();
    }
    return std::get<P384Key>(key).subject_public_key_info();
}

Result<std::string> public_pem(const KeyPair& key) {
    return std::visit([](const auto& own) { return own.public_pem(); }, key);
}

evp_pkey_st* native(const KeyPair& key) {
    return std::visit([](const auto& own) { return own.native(); }, key);
}

const evp_md_st* digest_of(const KeyPair& key) {
    return std::holds_alternative<RsaKey>(key) ? EVP_sha256() : EVP_sha384();
}

} // namespace madoguchi::sim

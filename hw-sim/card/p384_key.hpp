// A key pair on the curve P-384 and the one private operation that the provisional next-generation
// card does with it.
#pragma once

#include "hal/base/bytes.hpp"
#include "hw-sim/card/evp_key.hpp"

namespace madoguchi::sim {

// Shared, immutable; copies are the same key.
class P384Key {
public:
    // ECDSA-Sig-Value in DER: two INTEGERs of at most 49 bytes.
    static constexpr std::size_t longest_signature = 104;

    // A new key. Errors: KeyInvalid (OpenSSL refused).
    [[nodiscard]] static Result<P384Key> generate();
    // Unencrypted PKCS#8. Errors: KeyInvalid (not PEM, or not P-384).
    [[nodiscard]] static Result<P384Key> from_pem(const std::string& pem);

    [[nodiscard]] Result<std::string> private_pem() const { return private_key_pem(key_); }
    // SubjectPublicKeyInfo, as text and in DER (120 bytes: named curve, uncompressed point).
    [[nodiscard]] Result<std::string> public_pem() const { return public_key_pem(key_); }
    [[nodiscard]] Result<Bytes> subject_public_key_info() const;

    // ECDSA over SHA-384 of the message, in DER; another one each time. Errors: KeyInvalid.
    [[nodiscard]] Result<Bytes> sign_message(ByteView message) const;

    // For OpenSSL's certificate functions; stays this object's.
    [[nodiscard]] evp_pkey_st* native() const noexcept { return key_.get(); }

private:
    explicit P384Key(EvpKey key) noexcept : key_(std::move(key)) {}
    EvpKey key_;
};

} // namespace madoguchi::sim

#include "hw-sim/card/p384_key.hpp"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <cstring>

namespace madoguchi::sim {

namespace {

constexpr const char* curve = "P-384";
constexpr const char* curve_in_openssl = "secp384r1";

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

bool is_on_curve(EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t length = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
           std::strcmp(group.data(), curve_in_openssl) == 0;
}

} // namespace

Result<P384Key> P384Key::generate() {
    EvpKey key(EVP_EC_gen(curve), EVP_PKEY_free);
    if (key == nullptr) {
        return fail(ErrorCode::KeyInvalid, "OpenSSL cannot make a P-384 key");
    }
    return P384Key(std::move(key));
}

Result<P384Key> P384Key::from_pem(const std::string& pem) {
    EvpKey key = read_private_key(pem);
    if (key == nullptr || !is_on_curve(key.get())) {
        return fail(ErrorCode::KeyInvalid, "a stored key is not a P-384 key in PEM form");
    }
    return P384Key(std::move(key));
}

Result<Bytes> P384Key::subject_public_key_info() const {
    std::uint8_t* encoded = nullptr;
    const int length = i2d_PUBKEY(key_.get(), &encoded);
    if (length <= 0) {
        return fail(ErrorCode::KeyInvalid, "OpenSSL cannot write a public key");
    }
    Bytes der(encoded, encoded + length);
    OPENSSL_free(encoded);
    return der;
}

Result<Bytes> P384Key::sign_message(ByteView message) const {
    const std::unique_ptr<EVP_MD_CTX, ContextDeleter> context(EVP_MD_CTX_new());
    Bytes signature(longest_signature);
    std::size_t length = signature.size();
    if (context == nullptr ||
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha384(), nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()) !=
            1) {
        return fail(ErrorCode::KeyInvalid, "the simulator's P-384 key refuses to sign");
    }
    signature.resize(length);
    return signature;
}

} // namespace madoguchi::sim

#include "hw-sim/card/rsa_key.hpp"

#include "hw-sim/card/digest.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <array>

namespace madoguchi::sim {

namespace {

struct ContextDeleter {
    void operator()(EVP_PKEY_CTX* context) const noexcept { EVP_PKEY_CTX_free(context); }
};
using ContextPtr = std::unique_ptr<EVP_PKEY_CTX, ContextDeleter>;

struct NumberDeleter {
    void operator()(BIGNUM* number) const noexcept { BN_free(number); }
};

Result<Bytes> sign(EVP_PKEY_CTX* context, ByteView input) {
    Bytes signature(RsaKey::modulus_length);
    std::size_t length = signature.size();
    if (EVP_PKEY_sign(context, signature.data(), &length, input.data(), input.size()) != 1 ||
        length != signature.size()) {
        return fail(ErrorCode::KeyInvalid, "the simulator's RSA key refuses to sign");
    }
    return signature;
}

Result<ContextPtr> signing_context(EVP_PKEY* key, int padding) {
    ContextPtr context(EVP_PKEY_CTX_new(key, nullptr));
    if (context == nullptr || EVP_PKEY_sign_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) != 1) {
        return fail(ErrorCode::KeyInvalid, "the simulator's RSA key cannot be prepared");
    }
    return context;
}

} // namespace

Result<RsaKey> RsaKey::generate() {
    EvpKey key(EVP_RSA_gen(modulus_length * 8), EVP_PKEY_free);
    if (key == nullptr) {
        return fail(ErrorCode::KeyInvalid, "OpenSSL cannot make an RSA key");
    }
    return RsaKey(std::move(key));
}

Result<RsaKey> RsaKey::from_pem(const std::string& pem) {
    EvpKey key = read_private_key(pem);
    if (key == nullptr || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA ||
        EVP_PKEY_get_size(key.get()) != static_cast<int>(modulus_length)) {
        return fail(ErrorCode::KeyInvalid, "a stored key is not an RSA-2048 key in PEM form");
    }
    return RsaKey(std::move(key));
}

Result<Bytes> RsaKey::modulus() const {
    BIGNUM* raw = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_RSA_N, &raw);
    const std::unique_ptr<BIGNUM, NumberDeleter> number(raw);
    Bytes bytes(modulus_length);
    if (number == nullptr ||
        BN_bn2binpad(number.get(), bytes.data(), static_cast<int>(bytes.size())) < 0) {
        return fail(ErrorCode::KeyInvalid, "OpenSSL cannot give an RSA modulus");
    }
    return bytes;
}

Result<Bytes> RsaKey::card_public_key() const {
    constexpr std::array<std::uint8_t, 9> before_modulus{0x90, 0x03, 0x01, 0x00, 0x01,
                                                         0x91, 0x82, 0x01, 0x00};
    const Bytes number = MADOGUCHI_TRY(modulus());
    return concatenate({before_modulus, number});
}

Result<Bytes> RsaKey::sign_block(ByteView block) const {
    if (block.empty() || block.size() > longest_block) {
        return fail(ErrorCode::ValueInvalid, "an RSA block has 1 to 245 bytes");
    }
    const ContextPtr context = MADOGUCHI_TRY(signing_context(key_.get(), RSA_PKCS1_PADDING));
    return sign(context.get(), block);
}

Result<Bytes> RsaKey::sign_message(ByteView message) const {
    return sign_block(sha256_digest_info(sha256(message)));
}

Result<Bytes> RsaKey::sign_pss(ByteView hash) const {
    const ContextPtr context = MADOGUCHI_TRY(signing_context(key_.get(), RSA_PKCS1_PSS_PADDING));
    if (EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) != 1 ||
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), RSA_PSS_SALTLEN_DIGEST) != 1) {
        return fail(ErrorCode::KeyInvalid, "OpenSSL cannot prepare RSASSA-PSS");
    }
    return sign(context.get(), hash);
}

} // namespace madoguchi::sim

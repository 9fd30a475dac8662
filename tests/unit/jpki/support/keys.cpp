#include "tests/unit/jpki/support/keys.hpp"

#include "tests/unit/jpki/support/card_data.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <map>
#include <stdexcept>

namespace madoguchi::jpki::test {

namespace {

SharedKey shared(EVP_PKEY* key) {
    require(key != nullptr);
    return {key, EVP_PKEY_free};
}

const char* curve_in(const std::string& name) {
    if (name.starts_with("p256 ")) {
        return "P-256";
    }
    if (name.starts_with("p384 ")) {
        return "P-384";
    }
    return name.starts_with("p521 ") ? "P-521" : nullptr;
}

const EVP_MD* native_hash(HashAlgorithm hash) {
    switch (hash) {
    case HashAlgorithm::Sha256:
        return EVP_sha256();
    case HashAlgorithm::Sha384:
        return EVP_sha384();
    case HashAlgorithm::Sha512:
        break;
    }
    return EVP_sha512();
}

} // namespace

void require(bool done) {
    if (!done) {
        throw std::runtime_error("OpenSSL could not make what a test needs");
    }
}

evp_pkey_st* native_key(const std::string& name) {
    const char* curve = curve_in(name);
    if (curve == nullptr) {
        return key_named(name).native();
    }
    static std::map<std::string, SharedKey> keys;
    SharedKey& key = keys[name];
    if (key == nullptr) {
        key = shared(EVP_EC_gen(curve));
    }
    return key.get();
}

SharedKey rsa_public_key(std::size_t bits, const Bytes& exponent) {
    Bytes modulus(bits / 8, 0xA5);
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(
        OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> n(
        BN_bin2bn(modulus.data(), static_cast<int>(modulus.size()), nullptr), BN_free);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> e(
        BN_bin2bn(exponent.data(), static_cast<int>(exponent.size()), nullptr), BN_free);
    require(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
            OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1);
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(
        OSSL_PARAM_BLD_to_param(builder.get()), OSSL_PARAM_free);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    require(EVP_PKEY_fromdata_init(context.get()) == 1 &&
            EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1);
    return shared(key);
}

SharedKey native_key_of_kind(const std::string& kind) {
    return shared(EVP_PKEY_Q_keygen(nullptr, nullptr, kind.c_str()));
}

SharedKey native_key_on_curve(const std::string& curve) {
    return shared(EVP_EC_gen(curve.c_str()));
}

SharedKey key_on_described_curve() {
    SharedKey key = shared(EVP_EC_gen("P-256"));
    require(EVP_PKEY_set_utf8_string_param(key.get(), OSSL_PKEY_PARAM_EC_ENCODING, "explicit") ==
            1);
    return key;
}

Bytes public_key_info(evp_pkey_st* key) {
    unsigned char* encoded = nullptr;
    const int size = i2d_PUBKEY(key, &encoded);
    require(size > 0);
    Bytes info(encoded, encoded + size);
    OPENSSL_free(encoded);
    return info;
}

std::string to_pem(ByteView der, const std::string& label) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> stream(BIO_new(BIO_s_mem()), BIO_free);
    require(PEM_write_bio(stream.get(), label.c_str(), "", der.data(),
                          static_cast<long>(der.size())) > 0);
    char* text = nullptr;
    const long size = BIO_get_mem_data(stream.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

PublicKey public_key_named(const std::string& name) {
    return parse_public_key(public_key_info(native_key(name))).value();
}

Bytes sign_with(const std::string& key_name, HashAlgorithm hash, ByteView message) {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    std::size_t size = 0;
    require(EVP_DigestSignInit(context.get(), nullptr, native_hash(hash), nullptr,
                               native_key(key_name)) == 1 &&
            EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size()) == 1);
    Bytes signature(size);
    require(EVP_DigestSign(context.get(), signature.data(), &size, message.data(),
                           message.size()) == 1);
    signature.resize(size);
    return signature;
}

Bytes sign_raw_block(const std::string& key_name, ByteView block) {
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new(native_key(key_name), nullptr), EVP_PKEY_CTX_free);
    Bytes signature(block.size());
    std::size_t size = signature.size();
    require(EVP_PKEY_sign_init(context.get()) == 1 &&
            EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) == 1 &&
            EVP_PKEY_sign(context.get(), signature.data(), &size, block.data(), block.size()) == 1);
    return signature;
}

} // namespace madoguchi::jpki::test

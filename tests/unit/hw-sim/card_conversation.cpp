#include "tests/unit/hw-sim/card_conversation.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <memory>

namespace madoguchi::test {

namespace {

struct NumberDeleter {
    void operator()(BIGNUM* number) const noexcept { BN_free(number); }
};
using Number = std::unique_ptr<BIGNUM, NumberDeleter>;

struct ContextDeleter {
    void operator()(EVP_PKEY_CTX* context) const noexcept { EVP_PKEY_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_PKEY_CTX, ContextDeleter>;

Number number_of(ByteView bytes) {
    return Number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

Bytes bytes_of(const BIGNUM* number) {
    Bytes bytes(256);
    BN_bn2binpad(number, bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
}

} // namespace

Bytes recover_block(ByteView modulus, ByteView signature) {
    const Number n = number_of(modulus);
    const Number s = number_of(signature);
    const Number e = number_of(Bytes{0x01, 0x00, 0x01});
    const Number block(BN_new());
    const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> context(BN_CTX_new(), BN_CTX_free);
    BN_mod_exp(block.get(), s.get(), e.get(), n.get(), context.get());
    return bytes_of(block.get());
}

bool verifies_as_pss(ByteView modulus, ByteView hash, ByteView signature) {
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(
        OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    const Number n = number_of(modulus);
    const Number e = number_of(Bytes{0x01, 0x00, 0x01});
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(
        OSSL_PARAM_BLD_to_param(builder.get()), OSSL_PARAM_free);
    const Context maker(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* raw = nullptr;
    EVP_PKEY_fromdata_init(maker.get());
    EVP_PKEY_fromdata(maker.get(), &raw, EVP_PKEY_PUBLIC_KEY, parameters.get());
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(raw, EVP_PKEY_free);
    const Context verifier(EVP_PKEY_CTX_new(key.get(), nullptr));
    EVP_PKEY_verify_init(verifier.get());
    EVP_PKEY_CTX_set_rsa_padding(verifier.get(), RSA_PKCS1_PSS_PADDING);
    EVP_PKEY_CTX_set_signature_md(verifier.get(), EVP_sha256());
    EVP_PKEY_CTX_set_rsa_pss_saltlen(verifier.get(), 32);
    return EVP_PKEY_verify(verifier.get(), signature.data(), signature.size(), hash.data(),
                           hash.size()) == 1;
}

bool verifies_as_ecdsa_p384(ByteView subject_public_key_info, ByteView message,
                            ByteView signature) {
    const unsigned char* cursor = subject_public_key_info.data();
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        d2i_PUBKEY(nullptr, &cursor, static_cast<long>(subject_public_key_info.size())),
        EVP_PKEY_free);
    std::array<char, 32> group{};
    if (key == nullptr ||
        cursor != subject_public_key_info.data() + subject_public_key_info.size() ||
        EVP_PKEY_get_group_name(key.get(), group.data(), group.size(), nullptr) != 1 ||
        std::string_view(group.data()) != "secp384r1") {
        return false;
    }
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha384(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                            message.size()) == 1;
}

Bytes public_key_in_certificate(ByteView certificate_file) {
    const unsigned char* cursor = certificate_file.data();
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &cursor, static_cast<long>(certificate_file.size())), X509_free);
    unsigned char* encoded = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &encoded);
    Bytes key(encoded, encoded + std::max(length, 0));
    OPENSSL_free(encoded);
    return key;
}

Bytes modulus_in_certificate(ByteView certificate_file) {
    const unsigned char* cursor = certificate_file.data();
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &cursor, static_cast<long>(certificate_file.size())), X509_free);
    BIGNUM* modulus = nullptr;
    EVP_PKEY_get_bn_param(X509_get0_pubkey(certificate.get()), OSSL_PKEY_PARAM_RSA_N, &modulus);
    return bytes_of(Number(modulus).get());
}

Bytes type_one_block(ByteView content) {
    Bytes block(256, 0xFF);
    block[0] = 0x00;
    block[1] = 0x01;
    block[255 - content.size()] = 0x00;
    std::copy(content.begin(), content.end(),
              block.end() - static_cast<std::ptrdiff_t>(content.size()));
    return block;
}

Bytes standard_digest_info(ByteView hash) {
    return concatenate({hex("3031300D060960864801650304020105000420"), hash});
}

Bytes sha256_of(ByteView message) {
    Bytes digest(SHA256_DIGEST_LENGTH);
    SHA256(message.data(), message.size(), digest.data());
    return digest;
}

Bytes sha384_of(ByteView message) {
    Bytes digest(SHA384_DIGEST_LENGTH);
    SHA384(message.data(), message.size(), digest.data());
    return digest;
}

} // namespace madoguchi::test

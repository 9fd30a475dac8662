#include "jpki/trust/rsa_from_openssl.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>

namespace madoguchi::jpki {

namespace {

// Empty when the key has no such number.
Bytes number_of(const EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) {
        return {};
    }
    Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, bytes.data());
    BN_free(number);
    return bytes;
}

} // namespace

Result<RsaPublicKey> rsa_from_openssl(const evp_pkey_st* key) {
    if (key == nullptr || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA) {
        return fail(ErrorCode::KeyInvalid, "a public key is not RSA");
    }
    return require_sound(
        {number_of(key, OSSL_PKEY_PARAM_RSA_N), number_of(key, OSSL_PKEY_PARAM_RSA_E)});
}

} // namespace madoguchi::jpki

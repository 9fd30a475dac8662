#include "jpki/trust/ec_public_key.hpp"

#include "jpki/trust/ec_key_handle.hpp"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <string>

namespace madoguchi::jpki {

namespace {

std::string group_name(NamedCurve curve) {
    switch (curve) {
    case NamedCurve::P256:
        return "P-256";
    case NamedCurve::P384:
        return "P-384";
    case NamedCurve::P521:
        return "P-521";
    }
    return {};
}

struct ContextDeleter {
    void operator()(EVP_PKEY_CTX* context) const noexcept { EVP_PKEY_CTX_free(context); }
};

} // namespace

void KeyHandleDeleter::operator()(evp_pkey_st* key) const noexcept {
    EVP_PKEY_free(key);
}

KeyHandle ec_key_handle(const EcPublicKey& key) {
    std::string group = group_name(key.curve);
    Bytes point = key.point;
    std::array<OSSL_PARAM, 3> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end()};
    const std::unique_ptr<EVP_PKEY_CTX, ContextDeleter> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    if (context != nullptr && EVP_PKEY_fromdata_init(context.get()) == 1) {
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.data());
    }
    ERR_clear_error();
    return KeyHandle(made);
}

Result<EcPublicKey> require_sound(EcPublicKey key) {
    constexpr std::uint8_t uncompressed = 0x04;
    if (key.point.size() != 1 + 2 * coordinate_size(key.curve) ||
        key.point.front() != uncompressed) {
        return fail(ErrorCode::KeyInvalid, "a point of an elliptic curve has another form than "
                                           "04 and two coordinates");
    }
    if (ec_key_handle(key) == nullptr) {
        return fail(ErrorCode::KeyInvalid, "a public key is no point of its elliptic curve");
    }
    return key;
}

} // namespace madoguchi::jpki

// An elliptic-curve key as OpenSSL wants it. For trust/ only.
#pragma once

#include "jpki/trust/ec_public_key.hpp"

#include <memory>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace madoguchi::jpki {

struct KeyHandleDeleter {
    void operator()(evp_pkey_st* key) const noexcept;
};
using KeyHandle = std::unique_ptr<evp_pkey_st, KeyHandleDeleter>;

// Null when the point is not on the curve.
[[nodiscard]] KeyHandle ec_key_handle(const EcPublicKey& key);

} // namespace madoguchi::jpki

// Keys that OpenSSL parsed, as our plain value. For trust/ only.
#pragma once

#include "jpki/record/rsa_public_key.hpp"

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace madoguchi::jpki {

// Errors: KeyInvalid when it is not a plain RSA key of sound size and exponent.
[[nodiscard]] Result<RsaPublicKey> rsa_from_openssl(const evp_pkey_st* key);

} // namespace madoguchi::jpki

// Private keys of any algorithm as OpenSSL holds them, in their text forms.
#pragma once

#include "hal/base/result.hpp"

#include <memory>
#include <string>

struct evp_pkey_st;

namespace madoguchi::sim {

using EvpKey = std::shared_ptr<evp_pkey_st>;

// Null when the text is no private key.
[[nodiscard]] EvpKey read_private_key(const std::string& pem);

// Unencrypted PKCS#8. Errors: KeyInvalid.
[[nodiscard]] Result<std::string> private_key_pem(const EvpKey& key);
// SubjectPublicKeyInfo. Errors: KeyInvalid.
[[nodiscard]] Result<std::string> public_key_pem(const EvpKey& key);

} // namespace madoguchi::sim

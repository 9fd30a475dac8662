// Keys on disk: 32 random bytes that only this user can read.
#pragma once

#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <filesystem>
#include <string_view>

namespace madoguchi::terminal {

inline constexpr std::size_t key_size = 32;

// Reads the credential of that name that systemd hands to the service (`LoadCredential=`, folder
// $CREDENTIALS_DIRECTORY); without one the file, which is made when it is missing: whole or not at
// all, also when the power fails. An empty name: no credential is looked for.
// Errors: StorageFailed (cannot be read or made, or has another size).
[[nodiscard]] Result<SecretBytes> load_or_make_key(const std::filesystem::path& file,
                                                   std::string_view credential = {});

} // namespace madoguchi::terminal

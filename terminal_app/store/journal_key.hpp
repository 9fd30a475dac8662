// The key that makes hashes in the journal useless to anyone without it: a certificate's serial
// number is short enough to be guessed, so a bare hash of it would tell who was here.
#pragma once

#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <array>
#include <filesystem>

namespace madoguchi::terminal {

using Digest = std::array<std::uint8_t, 32>;

class JournalKey {
public:
    // Reads the key, or makes 32 random bytes readable by this user only.
    // Errors: StorageFailed (cannot be read or made, or has another size).
    [[nodiscard]] static Result<JournalKey> load_or_make(const std::filesystem::path& file);

    // key: load_or_make_key's.
    explicit JournalKey(SecretBytes key) noexcept : key_(std::move(key)) {}

    // HMAC-SHA-256 (RFC 2104, FIPS 180-4).
    [[nodiscard]] Digest authenticate(ByteView message) const;

private:
    SecretBytes key_;
};

} // namespace madoguchi::terminal

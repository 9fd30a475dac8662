// The key under which the store keeps what could tell who a patient is.
#pragma once

#include "hal/base/bytes.hpp"
#include "terminal_app/store/journal_key.hpp"

#include <string>

namespace madoguchi::terminal {

class SealingKey {
public:
    // Errors: StorageFailed (see load_or_make_key).
    [[nodiscard]] static Result<SealingKey> load_or_make(const std::filesystem::path& file,
                                                         std::string_view credential);
    // 32 bytes.
    explicit SealingKey(SecretBytes key);

    // Sixteen hexadecimal digits that name the key and tell nothing of it.
    [[nodiscard]] const std::string& id() const noexcept { return id_; }

    // AES-256-GCM (NIST SP 800-38D): nonce of 12 random bytes, ciphertext, tag of 16 bytes.
    // associated: where it belongs; opens nowhere else. Errors: StorageFailed (no random bytes).
    [[nodiscard]] Result<Bytes> seal(ByteView content, ByteView associated) const;
    // Errors: StorageFailed (other key, other place, or changed).
    [[nodiscard]] Result<SecretBytes> open(ByteView sealed, ByteView associated) const;

    // The same bytes give the same text of 64 digits, under this key only.
    [[nodiscard]] std::string fingerprint(ByteView content) const;

private:
    JournalKey root_;
    SecretBytes cipher_key_;
    std::string id_;
};

} // namespace madoguchi::terminal

#include "terminal_app/store/journal_key.hpp"

#include "hal/base/contract.hpp"
#include "terminal_app/store/key_file.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace madoguchi::terminal {

Result<JournalKey> JournalKey::load_or_make(const std::filesystem::path& file) {
    return JournalKey(MADOGUCHI_TRY(load_or_make_key(file)));
}

Digest JournalKey::authenticate(ByteView message) const {
    Digest digest{};
    unsigned int length = 0;
    const auto* const done = HMAC(EVP_sha256(), key_.reveal().data(), static_cast<int>(key_.size()),
                                  message.data(), message.size(), digest.data(), &length);
    MADOGUCHI_ENSURES(done != nullptr && length == digest.size());
    return digest;
}

} // namespace madoguchi::terminal

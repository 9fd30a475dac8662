#include "terminal_app/store/sealing_key.hpp"

#include "hal/base/contract.hpp"
#include "terminal_app/store/key_file.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace madoguchi::terminal {

namespace {

constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;
constexpr std::size_t id_bytes = 8;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* cipher) const noexcept { EVP_CIPHER_CTX_free(cipher); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

// The nonce is GCM's own length, 12 bytes. sealing: 1, opening: 0.
Cipher start(const SecretBytes& key, ByteView nonce, ByteView associated, int sealing) {
    Cipher cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    MADOGUCHI_ENSURES(cipher != nullptr &&
                      EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr,
                                        key.reveal().data(), nonce.data(), sealing) == 1 &&
                      EVP_CipherUpdate(cipher.get(), nullptr, &length, associated.data(),
                                       static_cast<int>(associated.size())) == 1);
    return cipher;
}

ByteView label(std::string_view text) {
    return as_bytes(text);
}

} // namespace

Result<SealingKey> SealingKey::load_or_make(const std::filesystem::path& file,
                                            std::string_view credential) {
    return SealingKey(MADOGUCHI_TRY(load_or_make_key(file, credential)));
}

// One secret, three uses: each under its own label.
SealingKey::SealingKey(SecretBytes key) : root_(std::move(key)) {
    Digest cipher_key = root_.authenticate(label("seal"));
    cipher_key_ = SecretBytes(cipher_key);
    wipe(cipher_key.data(), cipher_key.size());
    id_ = to_hex(ByteView(root_.authenticate(label("id"))).first(id_bytes));
}

Result<Bytes> SealingKey::seal(ByteView content, ByteView associated) const {
    Bytes sealed(nonce_size + content.size() + tag_size);
    if (RAND_bytes(sealed.data(), static_cast<int>(nonce_size)) != 1) {
        return fail(ErrorCode::StorageFailed, "the system gives no random bytes");
    }
    const Cipher cipher = start(cipher_key_, ByteView(sealed).first(nonce_size), associated, 1);
    std::uint8_t* const out = sealed.data() + nonce_size;
    int length = 0;
    MADOGUCHI_ENSURES(EVP_EncryptUpdate(cipher.get(), out, &length, content.data(),
                                        static_cast<int>(content.size())) == 1 &&
                      EVP_EncryptFinal_ex(cipher.get(), out + content.size(), &length) == 1 &&
                      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG,
                                          static_cast<int>(tag_size), out + content.size()) == 1);
    return sealed;
}

Result<SecretBytes> SealingKey::open(ByteView sealed, ByteView associated) const {
    if (sealed.size() <= nonce_size + tag_size) {
        return fail(ErrorCode::StorageFailed, "a sealed field of the store is too short");
    }
    const ByteView content = sealed.subspan(nonce_size, sealed.size() - nonce_size - tag_size);
    Bytes tag = to_bytes(sealed.last(tag_size));
    const Cipher cipher = start(cipher_key_, sealed.first(nonce_size), associated, 0);
    SecretBytes opened(content.size());
    int length = 0;
    const bool is_whole =
        EVP_DecryptUpdate(cipher.get(), opened.reveal_for_writing().data(), &length, content.data(),
                          static_cast<int>(content.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag_size),
                            tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), nullptr, &length) == 1;
    if (!is_whole) {
        return fail(ErrorCode::StorageFailed,
                    "a sealed field of the store was changed, moved or sealed under another key");
    }
    return opened;
}

std::string SealingKey::fingerprint(ByteView content) const {
    Bytes labelled = to_bytes(label("fingerprint;"));
    labelled.insert(labelled.end(), content.begin(), content.end());
    const Digest digest = root_.authenticate(labelled);
    wipe(labelled);
    return to_hex(digest);
}

} // namespace madoguchi::terminal

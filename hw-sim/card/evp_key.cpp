#include "hw-sim/card/evp_key.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace madoguchi::sim {

namespace {

struct BioDeleter {
    void operator()(BIO* bio) const noexcept { BIO_free(bio); }
};
using BioPtr = std::unique_ptr<BIO, BioDeleter>;

std::string text_of(BIO* bio) {
    char* text = nullptr;
    const long length = BIO_get_mem_data(bio, &text);
    return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : std::string();
}

} // namespace

EvpKey read_private_key(const std::string& pem) {
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return {PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free};
}

Result<std::string> private_key_pem(const EvpKey& key) {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) !=
        1) {
        return fail(ErrorCode::KeyInvalid, "OpenSSL cannot write a private key");
    }
    return text_of(bio.get());
}

Result<std::string> public_key_pem(const EvpKey& key) {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1) {
        return fail(ErrorCode::KeyInvalid, "OpenSSL cannot write a public key");
    }
    return text_of(bio.get());
}

} // namespace madoguchi::sim

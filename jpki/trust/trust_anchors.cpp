#include "jpki/trust/trust_anchors.hpp"

#include "jpki/trust/rsa_from_openssl.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <fstream>
#include <optional>

namespace madoguchi::jpki {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 64U << 10U;
constexpr std::size_t most_files = 256;

struct OpensslDeleter {
    void operator()(BIO* stream) const noexcept { BIO_free(stream); }
    void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
};
using Stream = std::unique_ptr<BIO, OpensslDeleter>;

// Sorted, so that results do not depend on the file system.
Result<std::vector<fs::path>> pem_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".pem") {
            files.push_back(entry->path());
        }
        if (files.size() > most_files) {
            return fail(ErrorCode::ConfigInvalid, "the anchors folder holds too many files");
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::string> read_text(const fs::path& path) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (error || size > largest_file) {
        return fail(ErrorCode::FileUnreadable, "an anchor file cannot be read or is too large");
    }
    std::ifstream file(path, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(size))) {
        return fail(ErrorCode::FileUnreadable, "an anchor file cannot be read");
    }
    return text;
}

Stream stream_over(const std::string& text) {
    return Stream(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

bool may_issue(X509& certificate) {
    return X509_check_ca(&certificate) == 1 &&
           (X509_get_key_usage(&certificate) & KU_KEY_CERT_SIGN) != 0 &&
           X509_get0_subject_key_id(&certificate) != nullptr &&
           public_key_of(certificate).has_value();
}

Result<IssuerCertificate> read_authority(const fs::path& path) {
    const std::string text = MADOGUCHI_TRY(read_text(path));
    const X509Handle x509(PEM_read_bio_X509(stream_over(text).get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (x509 == nullptr || !may_issue(*x509)) {
        return fail(ErrorCode::ConfigInvalid,
                    "a file among the authentication anchors is no certificate of an authority");
    }
    unsigned char* encoded = nullptr;
    const int size = i2d_X509(x509.get(), &encoded);
    const Bytes der(encoded, encoded + (size > 0 ? size : 0));
    OPENSSL_free(encoded);
    return IssuerCertificate::parse(der);
}

Result<RsaPublicKey> read_public_key(const fs::path& path) {
    const std::string text = MADOGUCHI_TRY(read_text(path));
    const std::unique_ptr<EVP_PKEY, OpensslDeleter> key(
        PEM_read_bio_PUBKEY(stream_over(text).get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (key == nullptr) {
        return fail(ErrorCode::ConfigInvalid,
                    "a file among the card-data anchors is no public key");
    }
    return rsa_from_openssl(key.get());
}

std::optional<std::uint8_t> hex_digit(char digit) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const char upper = digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit;
    const auto place = digits.find(upper);
    return place == std::string_view::npos ? std::nullopt
                                           : std::optional(static_cast<std::uint8_t>(place));
}

Result<KeyId> key_id_named(const std::string& stem) {
    const auto misnamed =
        fail(ErrorCode::ConfigInvalid,
             "a card-data anchor is not named by its key identifier in 32 hexadecimal digits");
    if (stem.size() != 2 * KeyId::size) {
        return misnamed;
    }
    KeyId id;
    for (std::size_t i = 0; i < KeyId::size; ++i) {
        const auto high = hex_digit(stem[2 * i]);
        const auto low = hex_digit(stem[2 * i + 1]);
        if (!high || !low) {
            return misnamed;
        }
        id.bytes[i] = static_cast<std::uint8_t>((*high << 4U) | *low);
    }
    return id;
}

} // namespace

Result<TrustAnchors> TrustAnchors::load(const fs::path& directory) {
    std::error_code error;
    if (!fs::is_directory(directory, error)) {
        return fail(ErrorCode::FileUnreadable, "the anchors folder does not exist");
    }
    TrustAnchors anchors;
    const auto authorities = MADOGUCHI_TRY(pem_files(directory / "user-authentication"));
    for (const fs::path& path : authorities) {
        IssuerCertificate authority = MADOGUCHI_TRY(read_authority(path));
        anchors.user_authentication_.push_back(std::move(authority));
    }
    const auto card_data_keys = MADOGUCHI_TRY(pem_files(directory / "card-data"));
    for (const fs::path& path : card_data_keys) {
        const KeyId id = MADOGUCHI_TRY(key_id_named(path.stem().string()));
        RsaPublicKey key = MADOGUCHI_TRY(read_public_key(path));
        anchors.card_data_.emplace(id, std::move(key));
    }
    return anchors;
}

const RsaPublicKey* TrustAnchors::card_data_key(const KeyId& issuer) const noexcept {
    const auto found = card_data_.find(issuer);
    return found == card_data_.end() ? nullptr : &found->second;
}

} // namespace madoguchi::jpki

#include "jpki/trust/trust_anchors.hpp"

#include "jpki/trust/asn1_values.hpp"
#include "jpki/trust/pem.hpp"

#include <openssl/x509v3.h>

#include <algorithm>
#include <fstream>
#include <optional>

namespace madoguchi::jpki {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_anchor = 64U << 10U;
constexpr std::uintmax_t largest_list = 2 * RevocationList::largest_file; // in PEM
constexpr std::size_t most_files = 256;

struct CardDataFolder {
    std::string_view name;
    KeyKind kind;
};
constexpr std::array card_data_folders{CardDataFolder{"card-data", KeyKind::Rsa},
                                       CardDataFolder{"card-data-p384", KeyKind::P384}};

// Sorted, so that results do not depend on the file system.
Result<std::vector<fs::path>> files_in(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == extension) {
            files.push_back(entry->path());
        }
        if (files.size() > most_files) {
            return fail(ErrorCode::ConfigInvalid, "the anchors folder holds too many files");
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<Bytes> read_file(const fs::path& path, std::uintmax_t largest) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (error || size > largest) {
        return fail(ErrorCode::FileUnreadable, "an anchor file cannot be read or is too large");
    }
    std::ifstream file(path, std::ios::binary);
    Bytes content(static_cast<std::size_t>(size));
    if (!file.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(size))) {
        return fail(ErrorCode::FileUnreadable, "an anchor file cannot be read");
    }
    return content;
}

bool may_issue(X509& certificate) {
    return X509_check_ca(&certificate) == 1 &&
           (X509_get_key_usage(&certificate) & KU_KEY_CERT_SIGN) != 0 &&
           X509_get0_subject_key_id(&certificate) != nullptr &&
           public_key_of(certificate).has_value();
}

// 署名用認証局, by the name that every generation of it has.
bool is_of_signature_kind(const X509& certificate) {
    const X509_NAME* name = X509_get_subject_name(&certificate);
    for (int at = X509_NAME_get_index_by_NID(name, NID_organizationalUnitName, -1); at >= 0;
         at = X509_NAME_get_index_by_NID(name, NID_organizationalUnitName, at)) {
        const ByteView unit = octets_in(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
        if (same_bytes(unit, as_bytes("JPKI for digital signature"))) {
            return true;
        }
    }
    return false;
}

Result<IssuerCertificate> read_authority(const fs::path& path) {
    const Bytes content = MADOGUCHI_TRY(read_file(path, largest_anchor));
    const auto der = der_content(content, "CERTIFICATE");
    auto authority = der ? IssuerCertificate::parse(*der) : fail(der.error());
    if (!authority || !may_issue(authority->x509())) {
        return fail(ErrorCode::ConfigInvalid,
                    "a file among the authentication anchors is no certificate of an authority");
    }
    if (is_of_signature_kind(authority->x509())) {
        return fail(ErrorCode::ConfigInvalid,
                    "an authority of the signature kind stands among the authentication anchors; "
                    "take it out");
    }
    return authority;
}

Result<RevocationList> read_revocation_list(const fs::path& path,
                                            std::span<const IssuerCertificate> authorities) {
    const Bytes content = MADOGUCHI_TRY(read_file(path, largest_list));
    const auto der = der_content(content, "X509 CRL");
    if (!der) {
        return fail(ErrorCode::ConfigInvalid, "a .crl file is neither DER nor PEM");
    }
    return RevocationList::parse(*der, authorities);
}

Result<PublicKey> read_card_data_key(const fs::path& path, KeyKind kind) {
    const Bytes content = MADOGUCHI_TRY(read_file(path, largest_anchor));
    const auto der = der_content(content, "PUBLIC KEY");
    if (!der) {
        return fail(ErrorCode::ConfigInvalid,
                    "a file among the card-data anchors is no public key");
    }
    PublicKey key = MADOGUCHI_TRY(parse_public_key(*der));
    if (kind_of(key) != kind) {
        return fail(ErrorCode::KeyInvalid, "a card-data anchor is of another kind than its folder "
                                           "is for: card-data RSA, card-data-p384 P-384");
    }
    return key;
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
    const fs::path authentication = directory / "user-authentication";
    const auto authorities = MADOGUCHI_TRY(files_in(authentication, ".pem"));
    for (const fs::path& path : authorities) {
        IssuerCertificate authority = MADOGUCHI_TRY(read_authority(path));
        anchors.user_authentication_.push_back(std::move(authority));
    }
    const auto lists = MADOGUCHI_TRY(files_in(authentication, ".crl"));
    for (const fs::path& path : lists) {
        anchors.revocation_lists_.add(
            MADOGUCHI_TRY(read_revocation_list(path, anchors.user_authentication_)));
    }
    for (const CardDataFolder& folder : card_data_folders) {
        MADOGUCHI_TRY(anchors.load_card_data(directory / folder.name, folder.kind));
    }
    return anchors;
}

Result<void> TrustAnchors::load_card_data(const fs::path& folder, KeyKind kind) {
    const auto files = MADOGUCHI_TRY(files_in(folder, ".pem"));
    for (const fs::path& path : files) {
        const KeyId id = MADOGUCHI_TRY(key_id_named(path.stem().string()));
        PublicKey key = MADOGUCHI_TRY(read_card_data_key(path, kind));
        card_data_.emplace(std::pair(kind, id), std::move(key));
    }
    return {};
}

const PublicKey* TrustAnchors::card_data_key(KeyKind kind, const KeyId& issuer) const noexcept {
    const auto found = card_data_.find({kind, issuer});
    return found == card_data_.end() ? nullptr : &found->second;
}

} // namespace madoguchi::jpki

// The keys that everything is traced back to. They come from a folder that the operator fills,
// never from a card.
#pragma once

#include "jpki/record/cv_certificate.hpp"
#include "jpki/trust/certificate.hpp"
#include "jpki/trust/revocation_list.hpp"
#include "jpki/trust/signature_algorithm.hpp"

#include <filesystem>
#include <map>
#include <vector>

namespace madoguchi::jpki {

class TrustAnchors {
public:
    // Reads directory/user-authentication/*.pem (X.509 certificates of authorities), beside them
    // *.crl (their revocation lists), and the keys of card data, each named by its key id in 32
    // hexadecimal digits: directory/card-data/*.pem (RSA) and directory/card-data-p384/*.pem (the
    // next-generation card's, provisional). Any folder may be missing; what depends on it is then
    // reported as not checked. An authority of the signature kind is refused. Errors:
    // FileUnreadable (no such directory), TooLarge, ConfigInvalid (a file that is not what its
    // place says), KeyInvalid.
    [[nodiscard]] static Result<TrustAnchors> load(const std::filesystem::path& directory);

    // Nothing is pinned: every check that needs an anchor is reported as not checked.
    [[nodiscard]] static TrustAnchors none() { return {}; }

    [[nodiscard]] const std::vector<IssuerCertificate>& user_authentication() const noexcept {
        return user_authentication_;
    }
    // What the folder says of revoked certificates; may be empty.
    [[nodiscard]] const RevocationLists& revocation_lists() const noexcept {
        return revocation_lists_;
    }
    // Null when no key of this kind is pinned under that identifier: one generation's authorities
    // do not speak for another's.
    [[nodiscard]] const PublicKey* card_data_key(KeyKind kind, const KeyId& issuer) const noexcept;

private:
    TrustAnchors() = default;

    [[nodiscard]] Result<void> load_card_data(const std::filesystem::path& folder, KeyKind kind);

    std::vector<IssuerCertificate> user_authentication_;
    RevocationLists revocation_lists_;
    std::map<std::pair<KeyKind, KeyId>, PublicKey> card_data_;
};

} // namespace madoguchi::jpki

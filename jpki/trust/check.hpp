// Every check this project makes on a card, by name, and what came of it.
#pragma once

#include "hal/base/error.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace madoguchi::jpki {

// In the order in which a verdict lists them.
enum class Check : std::uint8_t {
    // 利用者証明用電子証明書
    CertificateForm,             // one X.509 certificate of version 3 in DER, of a sane size
    CertificateIssuer,           // a pinned authority signed it, found by key identifier
    CertificateIssuerValidity,   // that authority's own certificate is valid
    CertificateValidity,         // it is valid now, or in a grace that is accepted
    CertificateNames,            // no name in it is cut short by a NUL
    CertificateKeyUsage,         // digitalSignature only: authentication kind, not signature kind
    CertificatePolicy,           // the policy of user authentication
    CertificateBasicConstraints, // not an authority itself
    CertificateKey,              // RSA, 2048 to 4096 bits, exponent 65537; or on a named curve
    CertificateExtensions,       // no critical extension that we do not know, none twice
    CertificateRevocation,       // a RevocationSource knows it as not revoked
    AuthenticationKeyProof,      // the card signed our challenge with the certificate's key

    // 券面事項入力補助AP
    InputSupportIssuer,      // a pinned key signed the data-signing key
    BasicFourSignature,      // the data-signing key signed the digests
    BasicFourDigest,         // the digest is that of the attributes read
    InputSupportPresenceKey, // the data-signing key signed the card's own key
    InputSupportPresence,    // the card holds that key now

    // 券面事項確認AP
    SurfaceIssuer,        // a pinned key signed the data-signing key
    SurfaceSignature,     // the data-signing key signed a digest block of the right form
    SurfaceHolderSegment, // its digest of birth date, sex and card key
    SurfaceImageSegment,  // its digest of the name and address images
    SurfacePhotoSegment,  // its digest of the photo
    SurfacePresence,      // the card holds the key of the record now

    SamePerson, // birth date and sex agree between both applications
};

inline constexpr std::size_t check_count = static_cast<std::size_t>(Check::SamePerson) + 1;

// All checks in order.
[[nodiscard]] std::array<Check, check_count> all_checks() noexcept;

// Stable name for JSON and documents: "certificate-issuer".
[[nodiscard]] std::string_view name_of(Check check) noexcept;

// What is being checked, as a sentence in English.
[[nodiscard]] std::string_view description_of(Check check) noexcept;

struct Passed {
    std::optional<StaticText> remark; // what a person should know all the same
};
struct Failed {
    StaticText why;
};
struct NotChecked {
    StaticText why;
};
using CheckResult = std::variant<Passed, Failed, NotChecked>;

} // namespace madoguchi::jpki

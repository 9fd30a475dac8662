// X.509 certificates of the public key service (card-interface reference, section 9). The two kinds
// are two types: an authority's certificate can not stand where a person's is wanted.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"
#include "jpki/trust/public_key.hpp"

#include <memory>
#include <string>

struct x509_st; // OpenSSL's X509

namespace madoguchi::jpki {

struct X509Deleter {
    void operator()(x509_st* certificate) const noexcept;
};
using X509Handle = std::unique_ptr<x509_st, X509Deleter>;

struct ValidityPeriod {
    CivilTime not_before;
    CivilTime not_after; // the last valid second
};

// A certificate of either kind, taken apart.
struct X509Certificate {
    X509Handle x509;
    Bytes der; // as it stood in the file, without filler
    ValidityPeriod validity;
};

// Real ones have 1,900 bytes at most; the limit comes before any work.
inline constexpr std::size_t largest_certificate_file = 16U << 10U;

// One DER object of version 3, shortest forms only, filler dropped. Errors: TooLarge, structure
// (group Encoding), CertificateInvalid.
[[nodiscard]] Result<X509Certificate> parse_x509(ByteView file);

// Errors: as parse_public_key.
[[nodiscard]] Result<PublicKey> public_key_of(const x509_st& certificate);

// 利用者証明用電子証明書: says that a key pair is in this card; names nobody.
class UserAuthenticationCertificate {
public:
    // A certificate file of the card. Errors: as parse_x509.
    [[nodiscard]] static Result<UserAuthenticationCertificate> parse(ByteView file);

    // Upper-case hexadecimal digits. Identifies the certificate for years: keep it hashed.
    [[nodiscard]] const std::string& serial_number() const noexcept { return serial_number_; }
    [[nodiscard]] const ValidityPeriod& validity() const noexcept { return certificate_.validity; }
    [[nodiscard]] const Bytes& der() const noexcept { return certificate_.der; }
    // OpenSSL caches inside the object while it is only read.
    [[nodiscard]] x509_st& x509() const noexcept { return *certificate_.x509; }

private:
    explicit UserAuthenticationCertificate(X509Certificate certificate);

    X509Certificate certificate_;
    std::string serial_number_;
};

// 利用者証明用CA証明書: of an authority that issues such certificates.
class IssuerCertificate {
public:
    // A certificate file, from the card or from the anchors. The card's own copy is never trusted;
    // it only tells which generation of authority to look for. Errors: as parse_x509.
    [[nodiscard]] static Result<IssuerCertificate> parse(ByteView file);

    [[nodiscard]] const ValidityPeriod& validity() const noexcept { return certificate_.validity; }
    [[nodiscard]] const Bytes& der() const noexcept { return certificate_.der; }
    // OpenSSL caches inside the object while it is only read.
    [[nodiscard]] x509_st& x509() const noexcept { return *certificate_.x509; }

private:
    explicit IssuerCertificate(X509Certificate certificate)
        : certificate_(std::move(certificate)) {}

    X509Certificate certificate_;
};

} // namespace madoguchi::jpki

// X.509 certificates of the public key service (card-interface reference, section 9). The two kinds
// are two types: an authority's certificate can not stand where a person's is wanted.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"
#include "jpki/record/rsa_public_key.hpp"

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

// One DER object, shortest forms only, filler dropped. Errors: structure (group Encoding),
// CertificateInvalid.
[[nodiscard]] Result<X509Handle> parse_x509(ByteView file);
[[nodiscard]] Result<ValidityPeriod> validity_of(const x509_st& certificate);
// Errors: KeyInvalid when the key is not RSA of a sound size.
[[nodiscard]] Result<RsaPublicKey> public_key_of(x509_st& certificate);

// 利用者証明用電子証明書: says that a key pair is in this card; names nobody.
class UserAuthenticationCertificate {
public:
    // A certificate file of the card. Errors: as parse_x509.
    [[nodiscard]] static Result<UserAuthenticationCertificate> parse(ByteView file);

    // Upper-case hexadecimal digits. Identifies the certificate for years: keep it hashed.
    [[nodiscard]] const std::string& serial_number() const noexcept { return serial_number_; }
    [[nodiscard]] const ValidityPeriod& validity() const noexcept { return validity_; }
    [[nodiscard]] const Bytes& der() const noexcept { return der_; }
    // OpenSSL caches inside the object while it is only read.
    [[nodiscard]] x509_st& x509() const noexcept { return *x509_; }

private:
    UserAuthenticationCertificate(X509Handle x509, Bytes der, std::string serial_number,
                                  ValidityPeriod validity);

    X509Handle x509_;
    Bytes der_;
    std::string serial_number_;
    ValidityPeriod validity_;
};

// 利用者証明用CA証明書: of an authority that issues such certificates.
class IssuerCertificate {
public:
    // A certificate file, from the card or from the anchors. The card's own copy is never trusted;
    // it only tells which generation of authority to look for. Errors: as parse_x509.
    [[nodiscard]] static Result<IssuerCertificate> parse(ByteView file);

    [[nodiscard]] const ValidityPeriod& validity() const noexcept { return validity_; }
    [[nodiscard]] const Bytes& der() const noexcept { return der_; }
    // OpenSSL caches inside the object while it is only read.
    [[nodiscard]] x509_st& x509() const noexcept { return *x509_; }

private:
    IssuerCertificate(X509Handle x509, Bytes der, ValidityPeriod validity);

    X509Handle x509_;
    Bytes der_;
    ValidityPeriod validity_;
};

} // namespace madoguchi::jpki

// What certificates and revocation lists of the tests are made of.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"

#include <openssl/x509v3.h>

#include <memory>
#include <string>

namespace madoguchi::jpki::test {

struct X509PartDeleter {
    void operator()(X509* x) const { X509_free(x); }
    void operator()(X509_CRL* x) const { X509_CRL_free(x); }
    void operator()(X509_REVOKED* x) const { X509_REVOKED_free(x); }
    void operator()(X509_NAME* x) const { X509_NAME_free(x); }
    void operator()(X509_EXTENSION* x) const { X509_EXTENSION_free(x); }
    void operator()(ASN1_STRING* x) const { ASN1_STRING_free(x); }
};
template <typename T>
using X509Part = std::unique_ptr<T, X509PartDeleter>;

struct ExtensionText {
    std::string name;  // OpenSSL's name or a dotted OID
    std::string value; // OpenSSL's configuration form
};

[[nodiscard]] X509Part<ASN1_TIME> asn1_time(CivilTime time);
[[nodiscard]] X509Part<ASN1_INTEGER> asn1_integer(long number);
[[nodiscard]] X509Part<X509_NAME> x509_name(const std::string& unit,
                                            const std::string& common_name);
// What the extension says may refer to issuer and subject; either may be null.
[[nodiscard]] X509Part<X509_EXTENSION> x509_extension(X509* issuer, X509* subject,
                                                      const ExtensionText& text);

} // namespace madoguchi::jpki::test

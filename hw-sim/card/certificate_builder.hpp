// Building one X.509 certificate with OpenSSL, step by step; the first failure is kept and given by
// sign().
#pragma once

#include "hw-sim/card/key_pair.hpp"

#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

struct x509_st;
struct X509_name_st;

namespace madoguchi::sim {

// Attributes in order, each {"CN", "text in UTF-8"}.
using DistinguishedName = std::vector<std::pair<const char*, std::string>>;

// One otherName of a subjectAltName, as UTF8String.
struct OtherName {
    const char* oid;
    std::string text;
};

class CertificateBuilder {
public:
    CertificateBuilder();

    CertificateBuilder& serial_number(std::uint64_t serial);
    CertificateBuilder& names(const DistinguishedName& issuer, const DistinguishedName& subject);
    CertificateBuilder& validity(std::time_t not_before, std::time_t not_after);
    // Also sets subjectKeyIdentifier, and authorityKeyIdentifier from the issuer's key.
    CertificateBuilder& keys(const KeyPair& subject, const KeyPair& issuer);
    // An extension in OpenSSL's configuration syntax, for example
    // (NID_key_usage, "critical,digitalSignature").
    CertificateBuilder& extension(int nid, const char* value);
    CertificateBuilder& policy(const char* oid, const char* practice_statement);
    CertificateBuilder& issuer_alternative_name(const DistinguishedName& name);
    CertificateBuilder& subject_alternative_names(const std::vector<OtherName>& names);
    // cRLDistributionPoints naming a directory entry.
    CertificateBuilder& revocation_list_at(const DistinguishedName& name);

    // sha256WithRSAEncryption or ecdsa-with-SHA384, as the key is; DER. Errors: CertificateInvalid
    // when any step failed.
    [[nodiscard]] Result<Bytes> sign(const KeyPair& issuer) const;

private:
    void require(bool succeeded) { good_ = good_ && succeeded; }

    std::shared_ptr<x509_st> certificate_;
    bool good_ = true;
};

} // namespace madoguchi::sim

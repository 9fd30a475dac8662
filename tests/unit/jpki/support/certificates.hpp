// X.509 certificates made at run time, each deviating in what its test is about.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"

#include <string>
#include <vector>

namespace madoguchi::jpki::test {

struct ExtensionText {
    std::string name;  // OpenSSL's name or a dotted OID
    std::string value; // OpenSSL's configuration form
};

// A good user-authentication certificate by the authority "authority", unless changed.
struct CertificateForm {
    std::string subject_key = "holder";
    unsigned weak_key_bits = 0; // not 0: a fresh key of this size instead
    std::string signed_by = "authority";
    std::string names_issuer = "authority"; // whose key identifier it claims
    CivilTime not_before;
    CivilTime not_after;
    std::string hash = "SHA256";
    std::vector<ExtensionText> extensions;

    CertificateForm();
    // Replaces the extension of this name, or adds it; an empty value removes it.
    CertificateForm& with(const std::string& name, const std::string& value);
};

[[nodiscard]] Bytes make_certificate(const CertificateForm& form);

// Self-signed certificate of the authority with this name, valid 2023 to 2033.
[[nodiscard]] Bytes make_authority(const std::string& name);
[[nodiscard]] std::string to_pem(ByteView certificate);

// 2026-06-01 12:00 UTC: when the good certificate is valid.
[[nodiscard]] CivilTime test_time();

} // namespace madoguchi::jpki::test

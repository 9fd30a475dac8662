// X.509 certificates and revocation lists made at run time, each deviating in what its test is
// about.
#pragma once

#include "tests/unit/jpki/support/keys.hpp"
#include "tests/unit/jpki/support/x509_parts.hpp"

#include <string>
#include <vector>

namespace madoguchi::jpki::test {

// All authorities share one name, as the real ones do. Their keys are named by native_key.
struct AuthorityForm {
    std::string key = "authority";
    std::string unit = "JPKI for user authentication";
    CivilTime not_before;
    CivilTime not_after;
    std::string key_usage = "critical,keyCertSign,cRLSign";

    AuthorityForm(); // valid 2023 to 2033
};

// A good user-authentication certificate by the authority "authority", unless changed.
struct CertificateForm {
    std::string subject_key = "holder";
    SharedKey odd_key; // not null: instead of subject_key
    std::string common_name = "holder";
    long serial_number = 0x1234567;
    long version = 2; // as coded: version 3
    std::string signed_by = "authority";
    std::string names_issuer = "authority"; // whose key identifier it claims
    std::string issuer_unit = "JPKI for user authentication";
    CivilTime not_before;
    CivilTime not_after;
    std::string hash = "SHA256";
    std::vector<ExtensionText> extensions;

    CertificateForm();
    // Replaces the extension of this name, or adds it; an empty value removes it.
    CertificateForm& with(const std::string& name, const std::string& value);
};

[[nodiscard]] Bytes make_certificate(const CertificateForm& form);

// Self-signed.
[[nodiscard]] Bytes make_authority(const AuthorityForm& form);
[[nodiscard]] Bytes make_authority(const std::string& key);
[[nodiscard]] std::string to_pem(ByteView certificate);

struct RevokedEntry {
    long serial_number = 0;
    CivilTime since;
};

// A good list by the authority "authority" on the day before test_time, unless changed.
struct RevocationListForm {
    std::string signed_by = "authority";
    std::string names_issuer = "authority";
    std::string issuer_unit = "JPKI for user authentication";
    CivilTime this_update;
    CivilTime next_update;
    std::vector<RevokedEntry> entries;
    std::vector<ExtensionText> extensions;

    RevocationListForm();
};

[[nodiscard]] Bytes make_revocation_list(const RevocationListForm& form);

// 2026-06-01 12:00 UTC: when the good certificate is valid.
[[nodiscard]] CivilTime test_time();

} // namespace madoguchi::jpki::test

#include "jpki/trust/certificate_checks.hpp"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace madoguchi::jpki {

namespace {

// 利用者証明用 policy. The signature kind has ….8.5.1.1.20.
constexpr const char* user_authentication_policy = "1.2.392.200149.8.5.1.3.30";

struct PoliciesDeleter {
    void operator()(CERTIFICATEPOLICIES* policies) const noexcept {
        CERTIFICATEPOLICIES_free(policies);
    }
};
struct ConstraintsDeleter {
    void operator()(BASIC_CONSTRAINTS* constraints) const noexcept {
        BASIC_CONSTRAINTS_free(constraints);
    }
};

std::string oid_text(const ASN1_OBJECT* object) {
    std::array<char, 80> text{};
    const int length = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
    return length > 0 ? std::string(text.data()) : std::string();
}

std::vector<X509_EXTENSION*> extensions_of(X509& certificate) {
    std::vector<X509_EXTENSION*> extensions;
    const int count = X509_get_ext_count(&certificate);
    extensions.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        extensions.push_back(X509_get_ext(&certificate, i));
    }
    return extensions;
}

bool is_known(X509_EXTENSION* extension) {
    constexpr std::array known{NID_key_usage, NID_certificate_policies, NID_basic_constraints,
                               NID_ext_key_usage};
    const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
    return std::find(known.begin(), known.end(), nid) != known.end();
}

// Every part can be shown as text, up to its end.
bool is_whole(const X509_NAME& name) {
    for (int i = 0; i < X509_NAME_entry_count(&name); ++i) {
        const ASN1_STRING* part = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(&name, i));
        unsigned char* text = nullptr;
        const int size = ASN1_STRING_to_UTF8(&text, part);
        const bool whole = size >= 0 && std::find(text, text + size, '\0') == text + size;
        OPENSSL_free(text);
        if (!whole) {
            ERR_clear_error();
            return false;
        }
    }
    return true;
}

} // namespace

CheckResult check_names(const UserAuthenticationCertificate& certificate) {
    X509& x509 = certificate.x509();
    if (!is_whole(*X509_get_subject_name(&x509)) || !is_whole(*X509_get_issuer_name(&x509))) {
        return Failed{"a name holds a NUL, behind which another name could hide, or is unreadable"};
    }
    return Passed{};
}

CheckResult check_key_usage(const UserAuthenticationCertificate& certificate) {
    const int place = X509_get_ext_by_NID(&certificate.x509(), NID_key_usage, -1);
    if (place < 0) {
        return Failed{"the certificate does not say what its key is for"};
    }
    if (X509_EXTENSION_get_critical(X509_get_ext(&certificate.x509(), place)) == 0) {
        return Failed{"the key usage is not marked critical"};
    }
    const std::uint32_t usage = X509_get_key_usage(&certificate.x509());
    if ((usage & KU_NON_REPUDIATION) != 0) {
        return Failed{"the certificate is of the signature kind, not of the authentication kind"};
    }
    if (usage != KU_DIGITAL_SIGNATURE) {
        return Failed{"the key is for something other than digital signatures alone"};
    }
    // All bits when the certificate does not restrict it further.
    if ((X509_get_extended_key_usage(&certificate.x509()) & (XKU_SSL_CLIENT | XKU_ANYEKU)) == 0) {
        return Failed{"the key is not for authenticating a client"};
    }
    return Passed{};
}

CheckResult check_policy(const UserAuthenticationCertificate& certificate) {
    const std::unique_ptr<CERTIFICATEPOLICIES, PoliciesDeleter> policies(
        static_cast<CERTIFICATEPOLICIES*>(
            X509_get_ext_d2i(&certificate.x509(), NID_certificate_policies, nullptr, nullptr)));
    ERR_clear_error();
    if (policies == nullptr) {
        return Failed{"the certificate states no policy, or several times"};
    }
    for (int i = 0; i < sk_POLICYINFO_num(policies.get()); ++i) {
        if (oid_text(sk_POLICYINFO_value(policies.get(), i)->policyid) ==
            user_authentication_policy) {
            return Passed{};
        }
    }
    return Failed{"the certificate follows another policy than that of user authentication"};
}

CheckResult check_basic_constraints(const UserAuthenticationCertificate& certificate) {
    int criticality = 0;
    const std::unique_ptr<BASIC_CONSTRAINTS, ConstraintsDeleter> constraints(
        static_cast<BASIC_CONSTRAINTS*>(
            X509_get_ext_d2i(&certificate.x509(), NID_basic_constraints, &criticality, nullptr)));
    ERR_clear_error();
    constexpr int absent = -1;
    if (constraints == nullptr && criticality != absent) {
        return Failed{"the basic constraints are unreadable"};
    }
    if (constraints != nullptr && constraints->ca != 0) {
        return Failed{"the certificate is that of an authority"};
    }
    return Passed{};
}

CheckResult check_key(const UserAuthenticationCertificate& certificate) {
    if (!public_key_of(certificate.x509())) {
        return Failed{"the key is neither RSA of 2048 to 4096 bits with exponent 65537 nor on "
                      "P-256, P-384 or P-521 by name"};
    }
    return Passed{};
}

CheckResult check_extensions(const UserAuthenticationCertificate& certificate) {
    std::vector<std::string> seen;
    for (X509_EXTENSION* extension : extensions_of(certificate.x509())) {
        std::string oid = oid_text(X509_EXTENSION_get_object(extension));
        if (std::find(seen.begin(), seen.end(), oid) != seen.end()) {
            return Failed{"an extension stands in the certificate twice"};
        }
        seen.push_back(std::move(oid));
        if (X509_EXTENSION_get_critical(extension) != 0 && !is_known(extension)) {
            return Failed{"the certificate demands an extension that nobody here knows"};
        }
    }
    return Passed{};
}

CheckResult check_validity(CertificateStanding standing) {
    switch (standing) {
    case CertificateStanding::ClockImplausible:
        return Failed{"the clock of this machine is wrong: it shows a time in which this program "
                      "is not used"};
    case CertificateStanding::NotYetValid:
        return Failed{"the certificate is not valid yet"};
    case CertificateStanding::Valid:
        return Passed{};
    case CertificateStanding::ExpiresSoon:
        return Passed{StaticText("it expires within three months; a municipal office renews it")};
    case CertificateStanding::InGrace:
        return Passed{
            StaticText("it has expired, and is within the three months in which a reception still "
                       "accepts it; a municipal office renews it")};
    case CertificateStanding::Dead:
        break;
    }
    return Failed{"the certificate has expired, and no grace is left"};
}

Failed form_failure(const Error& error) {
    switch (error.code()) {
    case ErrorCode::TooLarge:
        return Failed{"the file is larger than any certificate"};
    case ErrorCode::CertificateInvalid:
        return Failed{"the file holds no X.509 certificate of version 3"};
    default:
        return Failed{"the file is not one object in DER"};
    }
}

} // namespace madoguchi::jpki

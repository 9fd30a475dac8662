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

bool same_identifier(const ASN1_OCTET_STRING* left, const ASN1_OCTET_STRING* right) {
    return left != nullptr && right != nullptr && ASN1_OCTET_STRING_cmp(left, right) == 0;
}

bool is_signed_by(X509& certificate, X509& issuer) {
    const bool good = X509_get_signature_nid(&certificate) == NID_sha256WithRSAEncryption &&
                      X509_verify(&certificate, X509_get0_pubkey(&issuer)) == 1;
    ERR_clear_error();
    return good;
}

bool is_within(const ValidityPeriod& period, CivilTime now) {
    return now >= period.not_before && now <= period.not_after;
}

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

} // namespace

const IssuerCertificate* find_issuer(const UserAuthenticationCertificate& certificate,
                                     const TrustAnchors& anchors) {
    const auto& authorities = anchors.user_authentication();
    const auto found = std::find_if(
        authorities.begin(), authorities.end(), [&certificate](const IssuerCertificate& authority) {
            return same_identifier(X509_get0_authority_key_id(&certificate.x509()),
                                   X509_get0_subject_key_id(&authority.x509())) &&
                   is_signed_by(certificate.x509(), authority.x509());
        });
    return found == authorities.end() ? nullptr : &*found;
}

CheckResult check_issuer(const IssuerCertificate* issuer, const TrustAnchors& anchors) {
    if (anchors.user_authentication().empty()) {
        return NotChecked{"no authority certificate is in the anchors folder"};
    }
    if (issuer == nullptr) {
        return Failed{"none of the pinned authorities signed the certificate"};
    }
    return Passed{};
}

CheckResult check_validity(const UserAuthenticationCertificate& certificate,
                           const IssuerCertificate* issuer, CivilTime now) {
    using namespace std::chrono_literals;
    constexpr CivilTime before_this_program = std::chrono::sys_days(2026y / 1 / 1);
    if (now < before_this_program) {
        return Failed{"the clock of this machine is wrong: it shows a time before this program "
                      "was made"};
    }
    if (now < certificate.validity().not_before) {
        return Failed{"the certificate is not valid yet"};
    }
    if (now > certificate.validity().not_after) {
        return Failed{"the certificate has expired"};
    }
    if (issuer != nullptr && !is_within(issuer->validity(), now)) {
        return Failed{"the authority's own certificate is not valid now"};
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
        return Failed{"the key is not RSA of 2048 to 4096 bits with exponent 65537"};
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

} // namespace madoguchi::jpki

// The part of certificate_checks.hpp that concerns whoever issued the certificate.
#include "jpki/trust/asn1_values.hpp"
#include "jpki/trust/certificate_checks.hpp"
#include "jpki/trust/signed_object.hpp"

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace madoguchi::jpki {

namespace {

ByteView named_authority_key(const UserAuthenticationCertificate& certificate) {
    return octets_in(X509_get0_authority_key_id(&certificate.x509()));
}

bool has_key(const IssuerCertificate& authority, ByteView key_id) {
    return same_bytes(octets_in(X509_get0_subject_key_id(&authority.x509())), key_id);
}

bool is_signed_by(const UserAuthenticationCertificate& certificate,
                  const IssuerCertificate& authority) {
    const auto key = public_key_of(authority.x509());
    return key && is_object_signed_by(certificate.der(), *key);
}

struct RevocationResult {
    CheckResult operator()(const RevocationNotChecked& unknown) const {
        return NotChecked{unknown.why};
    }
    CheckResult operator()(const NotRevoked& /*good*/) const { return Passed{}; }
    CheckResult operator()(const Revoked& /*revoked*/) const {
        return Failed{"the certificate was revoked"};
    }
};

} // namespace

const IssuerCertificate* find_issuer(const UserAuthenticationCertificate& certificate,
                                     const TrustAnchors& anchors) {
    const ByteView key_id = named_authority_key(certificate);
    const auto& authorities = anchors.user_authentication();
    const auto found = std::find_if(authorities.begin(), authorities.end(),
                                    [&](const IssuerCertificate& authority) {
                                        return !key_id.empty() && has_key(authority, key_id) &&
                                               is_signed_by(certificate, authority);
                                    });
    return found == authorities.end() ? nullptr : &*found;
}

CheckResult check_issuer(const UserAuthenticationCertificate& certificate,
                         const IssuerCertificate* issuer, const TrustAnchors& anchors) {
    const auto& authorities = anchors.user_authentication();
    if (authorities.empty()) {
        return NotChecked{"no authority certificate is in the anchors folder"};
    }
    if (issuer != nullptr) {
        const bool same_name = X509_NAME_cmp(X509_get_issuer_name(&certificate.x509()),
                                             X509_get_subject_name(&issuer->x509())) == 0;
        return same_name ? CheckResult(Passed{})
                         : Failed{"the certificate names another issuer than the pinned authority "
                                  "whose key signed it"};
    }
    const ByteView key_id = named_authority_key(certificate);
    if (key_id.empty()) {
        return Failed{"the certificate does not say which key of an authority signed it"};
    }
    const bool pinned = std::any_of(authorities.begin(), authorities.end(),
                                    [&](const auto& known) { return has_key(known, key_id); });
    return pinned ? Failed{"the pinned authority that the certificate names did not sign it"}
                  : Failed{"the authority that the certificate names is not pinned"};
}

CheckResult check_issuer_validity(const UserAuthenticationCertificate& certificate,
                                  const IssuerCertificate* issuer, CivilTime now) {
    if (issuer == nullptr) {
        return NotChecked{"the authority is not known"};
    }
    const CivilTime needed = std::min(now, certificate.validity().not_after);
    const ValidityPeriod& period = issuer->validity();
    if (needed < period.not_before || needed > period.not_after) {
        return Failed{"the authority's own certificate is not valid"};
    }
    return Passed{};
}

CheckResult check_revocation(const RevocationStatus& status) {
    return std::visit(RevocationResult{}, status);
}

} // namespace madoguchi::jpki

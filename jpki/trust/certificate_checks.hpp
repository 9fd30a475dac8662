// The checks of the user-authentication certificate, each on its own (RFC 5280 section 6, with the
// profile of card-interface reference section 9.2). For TrustExaminer.
#pragma once

#include "jpki/trust/certificate_standing.hpp"
#include "jpki/trust/check.hpp"
#include "jpki/trust/revocation_source.hpp"
#include "jpki/trust/trust_anchors.hpp"

namespace madoguchi::jpki {

// The pinned authority that signed the certificate: looked up by key identifier, accepted by
// signature, never by name (generations share one name). Null when there is none.
[[nodiscard]] const IssuerCertificate* find_issuer(const UserAuthenticationCertificate& certificate,
                                                   const TrustAnchors& anchors);

// issuer: what find_issuer found.
[[nodiscard]] CheckResult check_issuer(const UserAuthenticationCertificate& certificate,
                                       const IssuerCertificate* issuer,
                                       const TrustAnchors& anchors);
// The authority must be valid now; for a certificate that has expired, when it did.
[[nodiscard]] CheckResult check_issuer_validity(const UserAuthenticationCertificate& certificate,
                                                const IssuerCertificate* issuer, CivilTime now);
[[nodiscard]] CheckResult check_validity(CertificateStanding standing);
[[nodiscard]] CheckResult check_names(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_key_usage(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_policy(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_basic_constraints(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_key(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_extensions(const UserAuthenticationCertificate& certificate);

// Why a file is no certificate (certificate-form).
[[nodiscard]] Failed form_failure(const Error& error);

[[nodiscard]] CheckResult check_revocation(const RevocationStatus& status);

} // namespace madoguchi::jpki

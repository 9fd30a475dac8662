// The checks of the user-authentication certificate, each on its own (RFC 5280 section 6, with the
// profile of card-interface reference section 9.2). For TrustExaminer.
#pragma once

#include "jpki/trust/certificate.hpp"
#include "jpki/trust/check.hpp"
#include "jpki/trust/trust_anchors.hpp"

namespace madoguchi::jpki {

// The pinned authority that signed the certificate: looked up by key identifier, accepted by
// signature, never by name (generations share one name). Null when there is none.
[[nodiscard]] const IssuerCertificate* find_issuer(const UserAuthenticationCertificate& certificate,
                                                   const TrustAnchors& anchors);

[[nodiscard]] CheckResult check_issuer(const IssuerCertificate* issuer,
                                       const TrustAnchors& anchors);
// issuer may be null; only the certificate's own period is checked then.
[[nodiscard]] CheckResult check_validity(const UserAuthenticationCertificate& certificate,
                                         const IssuerCertificate* issuer, CivilTime now);
[[nodiscard]] CheckResult check_key_usage(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_policy(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_basic_constraints(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_key(const UserAuthenticationCertificate& certificate);
[[nodiscard]] CheckResult check_extensions(const UserAuthenticationCertificate& certificate);

} // namespace madoguchi::jpki

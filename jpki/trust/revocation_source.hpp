// Whether a certificate was revoked: a port, because who may ask and how differs from place to
// place (card-interface reference, section 9.2). What was not asked is said, never assumed.
#pragma once

#include "jpki/trust/certificate.hpp"

#include <variant>

namespace madoguchi::jpki {

struct RevocationNotChecked {
    StaticText why;
};
struct NotRevoked {
    CivilTime as_of;
};
struct Revoked {
    CivilTime since;
};
using RevocationStatus = std::variant<RevocationNotChecked, NotRevoked, Revoked>;

class RevocationSource {
public:
    virtual ~RevocationSource() = default;

    // Asked only for certificates that a pinned authority signed. Must not block.
    [[nodiscard]] virtual RevocationStatus
    status_of(const UserAuthenticationCertificate& certificate, CivilTime now) const = 0;
};

} // namespace madoguchi::jpki

// Plain values out of OpenSSL's ASN.1 objects. For trust/ only.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

struct asn1_string_st; // OpenSSL's ASN1_STRING and its kinds

namespace madoguchi::jpki {

// UTCTime or GeneralizedTime. Errors: CertificateInvalid when it is absent or no time.
[[nodiscard]] Result<CivilTime> time_in(const asn1_string_st* time);

// The content octets; none when it is absent.
[[nodiscard]] ByteView octets_in(const asn1_string_st* value);

} // namespace madoguchi::jpki

// Certificate revocation lists of the simulated authorities (RFC 5280, section 5).
#pragma once

#include "hal/base/clock.hpp"
#include "hw-sim/card/rsa_key.hpp"

#include <cstdint>
#include <vector>

namespace madoguchi::sim {

// A version 2 list, DER, signed with sha256WithRSAEncryption by the key of this authority: valid
// from this day's midnight in Japan for 30 days, each certificate revoked the day before.
// Errors: CertificateInvalid.
[[nodiscard]] Result<Bytes> build_revocation_list(ByteView authority_certificate,
                                                  const RsaKey& authority_key,
                                                  const std::vector<std::uint64_t>& serials,
                                                  CivilDate day);

} // namespace madoguchi::sim

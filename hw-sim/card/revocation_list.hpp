// Certificate revocation lists of the simulated authorities (RFC 5280, section 5).
#pragma once

#include "hal/base/clock.hpp"
#include "hw-sim/card/key_pair.hpp"

#include <cstdint>
#include <vector>

namespace madoguchi::sim {

// A version 2 list, DER, signed by the key of this authority (RSA with SHA-256, ECDSA with
// SHA-384): valid from this day's midnight in Japan for 30 days, each certificate revoked the day
// before. Errors: CertificateInvalid.
[[nodiscard]] Result<Bytes> build_revocation_list(ByteView authority_certificate,
                                                  const KeyPair& authority_key,
                                                  const std::vector<std::uint64_t>& serials,
                                                  CivilDate day);

} // namespace madoguchi::sim

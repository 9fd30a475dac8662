// What stands in the certificates of the 公的個人認証サービス (reference, section 9), with names
// that say that the authority is simulated.
#pragma once

#include "hw-sim/card/certificate_builder.hpp"
#include "hw-sim/card/persona.hpp"
#include "hw-sim/card/simulated_issuer.hpp"

namespace madoguchi::sim {

[[nodiscard]] Result<Bytes> build_authority_certificate(CertificateUse use,
                                                        const AuthorityGeneration& generation,
                                                        const KeyPair& key);

// Valid from the day of issue, or from the authority's first day where that is later.
[[nodiscard]] Result<Bytes> build_end_entity_certificate(CertificateUse use, const Persona& persona,
                                                         const KeyPair& subject_key,
                                                         const AuthorityGeneration& generation,
                                                         const KeyPair& authority_key);

[[nodiscard]] std::uint64_t certificate_serial(CertificateUse use, const std::string& card_serial);

// The day a persona's certificates were issued: the card's, 30 days into its first year; where the
// card states their last day, so many years before it.
[[nodiscard]] CivilDate certificate_issue_date(const Persona& persona, int years = 5);
// Their last day as the card states it, or that birthday after issue (the fifth, say), never past
// the card's expiry.
[[nodiscard]] CivilDate certificate_last_day(const Persona& persona, int years = 5);

} // namespace madoguchi::sim

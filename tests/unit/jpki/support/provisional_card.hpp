// An invented person's data as 券面等AP of the next-generation card would hold them (provisional,
// docs/decisions/0012-next-generation-card.md). Each part can be replaced before it is signed.
#pragma once

#include "jpki/trust/readings.hpp"
#include "tests/unit/jpki/support/card_data.hpp"

namespace madoguchi::jpki::test {

// Names of keys, as native_key takes them.
struct ProvisionalKeys {
    std::string issuer = "p384 issuer";
    std::string signer = "p384 signer";
    std::string card = "p384 card";
};

// EF 0004
[[nodiscard]] Bytes provisional_cv_certificate_file(const ProvisionalKeys& keys = {},
                                                    const KeyId& issuer = issuer_id);
// EF 0002. Its last object is the expiry.
[[nodiscard]] std::vector<Bytes> provisional_surface_objects(const SurfaceContent& content = {},
                                                             const ProvisionalKeys& keys = {});
[[nodiscard]] Bytes provisional_surface_file(const SurfaceContent& content = {},
                                             const ProvisionalKeys& keys = {});
// EF 0005 over EF 0003, which is as today's (basic_four_file).
[[nodiscard]] Bytes provisional_signature_file(ByteView basic_four_file,
                                               const ProvisionalKeys& keys = {});

// What the card would answer now, with this key.
[[nodiscard]] SignedChallenge challenge_answered_with(const std::string& key_name);

// Parsed; contract: the files are well formed.
[[nodiscard]] CardDataReading card_data_reading(const BasicFourContent& basic_four = {},
                                                const SurfaceContent& surface = {});

} // namespace madoguchi::jpki::test

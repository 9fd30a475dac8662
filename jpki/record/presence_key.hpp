// EF 0007 of 券面事項入力補助AP: the public half of the card's internal-authentication key, signed
// by the data-signing key (card-interface reference, section 6.3).
#pragma once

#include "jpki/record/rsa_public_key.hpp"

namespace madoguchi::jpki {

struct PresenceKeyRecord {
    RsaPublicKey key;
    Bytes signed_part; // the key object as stored, tag and length included
    Bytes signature;
};

// Errors: structure (group Encoding), KeyInvalid.
[[nodiscard]] Result<PresenceKeyRecord> parse_presence_key(ByteView file);

} // namespace madoguchi::jpki

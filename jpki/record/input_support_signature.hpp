// EF 0003 of 券面事項入力補助AP: digests of the two text files and the signature over them
// (card-interface reference, section 6.3); or EF 0005 of 券面等AP, with one digest.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::jpki {

struct InputSupportSignature {
    Bytes basic_four_digest; // of BasicFourRecord::signed_part: SHA-256, or SHA-384 in 券面等AP
    Bytes signed_part;       // the digest objects as stored, tags and lengths included
    Bytes signature;
};

// The other digest is over a file that this project never reads; it is covered, not looked at.
// Errors: structure (group Encoding).
[[nodiscard]] Result<InputSupportSignature> parse_input_support_signature(ByteView file);

// The same of the next generation (provisional): one digest of 48 bytes. Errors: as above.
[[nodiscard]] Result<InputSupportSignature> parse_provisional_basic_four_signature(ByteView file);

} // namespace madoguchi::jpki

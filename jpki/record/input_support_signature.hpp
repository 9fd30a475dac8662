// EF 0003 of 券面事項入力補助AP: digests of the two text files and the signature over them
// (card-interface reference, section 6.3).
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::jpki {

struct InputSupportSignature {
    Bytes basic_four_digest; // SHA-256 of BasicFourRecord::signed_part
    Bytes signed_part;       // both digest objects as stored, tags and lengths included
    Bytes signature;
};

// The other digest is over a file that this project never reads; it is covered, not looked at.
// Errors: structure (group Encoding).
[[nodiscard]] Result<InputSupportSignature> parse_input_support_signature(ByteView file);

} // namespace madoguchi::jpki

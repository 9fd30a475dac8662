// Files of keys, certificates and revocation lists: DER as it is, or PEM (RFC 7468) around it.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::jpki {

// The DER inside. `label` is what a PEM file must announce, for example "CERTIFICATE"; only its
// first object is taken. Errors: SyntaxInvalid, TooLarge beyond 32 MiB.
[[nodiscard]] Result<Bytes> der_content(ByteView file, std::string_view label);

} // namespace madoguchi::jpki

// Message digests (FIPS 180-4), a closed list: those that signatures around this card use.
#pragma once

#include "hal/base/bytes.hpp"

#include <array>
#include <cstdint>

namespace madoguchi::jpki {

enum class HashAlgorithm : std::uint8_t { Sha256, Sha384, Sha512 };

[[nodiscard]] Bytes digest_of(HashAlgorithm hash, ByteView message);

using Sha256Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256Digest sha256(ByteView message);

} // namespace madoguchi::jpki

#include "hw-sim/card/digest.hpp"

#include "hal/base/contract.hpp"

#include <openssl/sha.h>

#include <array>

namespace madoguchi::sim {

Bytes sha256(ByteView message) {
    Bytes digest(SHA256_DIGEST_LENGTH);
    SHA256(message.data(), message.size(), digest.data());
    return digest;
}

Bytes sha384(ByteView message) {
    Bytes digest(SHA384_DIGEST_LENGTH);
    SHA384(message.data(), message.size(), digest.data());
    return digest;
}

Bytes sha256_digest_info(ByteView octets) {
    // AlgorithmIdentifier: id-sha256 with NULL parameters.
    constexpr std::array<std::uint8_t, 15> algorithm{0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                                     0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00};
    MADOGUCHI_EXPECTS(octets.size() <= 108); // one-byte lengths
    const auto inner = static_cast<std::uint8_t>(octets.size());
    const auto outer = static_cast<std::uint8_t>(algorithm.size() + 2 + octets.size());
    return concatenate({std::array<std::uint8_t, 2>{0x30, outer}, algorithm,
                        std::array<std::uint8_t, 2>{0x04, inner}, octets});
}

} // namespace madoguchi::sim

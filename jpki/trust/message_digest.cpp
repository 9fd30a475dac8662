#include "jpki/trust/message_digest.hpp"

#include <openssl/sha.h>

namespace madoguchi::jpki {

Bytes digest_of(HashAlgorithm hash, ByteView message) {
    Bytes digest;
    switch (hash) {
    case HashAlgorithm::Sha256:
        digest.resize(SHA256_DIGEST_LENGTH);
        SHA256(message.data(), message.size(), digest.data());
        break;
    case HashAlgorithm::Sha384:
        digest.resize(SHA384_DIGEST_LENGTH);
        SHA384(message.data(), message.size(), digest.data());
        break;
    case HashAlgorithm::Sha512:
        digest.resize(SHA512_DIGEST_LENGTH);
        SHA512(message.data(), message.size(), digest.data());
        break;
    }
    return digest;
}

Sha256Digest sha256(ByteView message) {
    Sha256Digest digest{};
    SHA256(message.data(), message.size(), digest.data());
    return digest;
}

} // namespace madoguchi::jpki

// RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2), checked strictly: the block that must have been signed
// is built here and compared with what the public key recovers, byte by byte. Nothing is parsed out
// of a recovered block, so no lenient reading can be tricked.
#pragma once

#include "jpki/record/rsa_public_key.hpp"
#include "jpki/trust/message_digest.hpp"

namespace madoguchi::jpki {

// DigestInfo naming the hash, around its digest.
[[nodiscard]] Bytes digest_info(HashAlgorithm hash, ByteView digest);

// The same naming SHA-256, around any digest bytes: 32 normally, 96 in the card-face signature.
// Contract: digest.size() <= 96.
[[nodiscard]] Bytes sha256_digest_info(ByteView digest);

// 00 01 FF … FF 00 digest_info, as long as the key's modulus. Contract: at least eight FF fit.
[[nodiscard]] Bytes pkcs1_block(const RsaPublicKey& key, ByteView digest_info);

// signature ^ exponent mod modulus, as long as the modulus. Errors: CheckFailed when the signature
// has not the modulus' length or is not below it.
[[nodiscard]] Result<Bytes> recover_block(const RsaPublicKey& key, ByteView signature);

// True when `signature` is that of `key` over the digest of `message`.
[[nodiscard]] bool is_signature_over(const RsaPublicKey& key, HashAlgorithm hash, ByteView message,
                                     ByteView signature);

} // namespace madoguchi::jpki

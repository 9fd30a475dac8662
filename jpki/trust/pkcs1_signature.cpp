#include "jpki/trust/pkcs1_signature.hpp"

#include "hal/base/contract.hpp"

#include <openssl/bn.h>

#include <algorithm>
#include <memory>

namespace madoguchi::jpki {

namespace {

struct BignumDeleter {
    void operator()(BIGNUM* number) const noexcept { BN_free(number); }
    void operator()(BN_CTX* context) const noexcept { BN_CTX_free(context); }
};
using Bignum = std::unique_ptr<BIGNUM, BignumDeleter>;

Bignum number_from(ByteView bytes) {
    return Bignum(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

} // namespace

Bytes digest_info(HashAlgorithm hash, ByteView digest) {
    MADOGUCHI_EXPECTS(digest.size() <= 96);
    // SEQUENCE { SEQUENCE { OID 2.16.840.1.101.3.4.2.n, NULL }, OCTET STRING digest }
    const auto number = static_cast<std::uint8_t>(1 + static_cast<std::uint8_t>(hash));
    const std::array<std::uint8_t, 15> algorithm{0x30, 0x0D, 0x06, 0x09, 0x60,   0x86, 0x48, 0x01,
                                                 0x65, 0x03, 0x04, 0x02, number, 0x05, 0x00};
    const auto digest_size = static_cast<std::uint8_t>(digest.size());
    const auto content_size = static_cast<std::uint8_t>(algorithm.size() + 2 + digest.size());
    return concatenate({Bytes{0x30, content_size}, algorithm, Bytes{0x04, digest_size}, digest});
}

Bytes sha256_digest_info(ByteView digest) {
    return digest_info(HashAlgorithm::Sha256, digest);
}

Bytes pkcs1_block(const RsaPublicKey& key, ByteView digest_info) {
    constexpr std::size_t frame = 3; // 00 01 … 00
    constexpr std::size_t least_padding = 8;
    const std::size_t size = key.modulus.size();
    MADOGUCHI_EXPECTS(size >= digest_info.size() + frame + least_padding);
    Bytes block(size, 0xFF);
    block[0] = 0x00;
    block[1] = 0x01;
    block[size - digest_info.size() - 1] = 0x00;
    std::copy(digest_info.begin(), digest_info.end(),
              block.end() - static_cast<std::ptrdiff_t>(digest_info.size()));
    return block;
}

Result<Bytes> recover_block(const RsaPublicKey& key, ByteView signature) {
    const Bignum modulus = number_from(key.modulus);
    const Bignum exponent = number_from(key.exponent);
    const Bignum number = number_from(signature);
    if (signature.size() != key.modulus.size() || BN_cmp(number.get(), modulus.get()) >= 0) {
        return fail(ErrorCode::CheckFailed, "a signature does not fit its key");
    }
    const std::unique_ptr<BN_CTX, BignumDeleter> context(BN_CTX_new());
    const Bignum recovered(BN_new());
    Bytes block(signature.size());
    if (BN_mod_exp(recovered.get(), number.get(), exponent.get(), modulus.get(), context.get()) !=
            1 ||
        BN_bn2binpad(recovered.get(), block.data(), static_cast<int>(block.size())) < 0) {
        return fail(ErrorCode::CheckFailed, "a signature cannot be computed with its key");
    }
    return block;
}

bool is_signature_over(const RsaPublicKey& key, HashAlgorithm hash, ByteView message,
                       ByteView signature) {
    const auto recovered = recover_block(key, signature);
    return recovered &&
           same_bytes(*recovered, pkcs1_block(key, digest_info(hash, digest_of(hash, message))));
}

} // namespace madoguchi::jpki

#include "jpki/record/rsa_public_key.hpp"

#include "apdu/ber_tlv.hpp"

namespace madoguchi::jpki {

namespace {

constexpr std::uint32_t exponent_tag = 0x90;
constexpr std::uint32_t modulus_tag = 0x91;

} // namespace

Result<RsaPublicKey> require_sound(RsaPublicKey key) {
    constexpr std::size_t shortest_modulus = 256;
    constexpr std::size_t longest_modulus = 512;
    if (key.modulus.size() < shortest_modulus || key.modulus.size() > longest_modulus ||
        (key.modulus.front() & 0x80U) == 0 || (key.modulus.back() & 1U) == 0) {
        return fail(ErrorCode::KeyInvalid, "an RSA key does not have 2048 to 4096 bits");
    }
    if (key.exponent != Bytes{0x01, 0x00, 0x01}) {
        return fail(ErrorCode::KeyInvalid, "the exponent of an RSA key is not 65537");
    }
    return key;
}

Result<RsaPublicKey> parse_rsa_public_key(ByteView encoded) {
    apdu::BerTlvReader reader(encoded);
    const apdu::BerTlv exponent = MADOGUCHI_TRY(reader.expect(exponent_tag));
    const apdu::BerTlv modulus = MADOGUCHI_TRY(reader.expect(modulus_tag));
    if (!reader.at_end()) {
        return fail(ErrorCode::TagUnexpected, "bytes follow an RSA key inside its object");
    }
    return require_sound({to_bytes(modulus.value), to_bytes(exponent.value)});
}

} // namespace madoguchi::jpki

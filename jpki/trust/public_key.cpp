#include "jpki/trust/public_key.hpp"

#include "jpki/trust/der.hpp"
#include "jpki/trust/pem.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::jpki {

namespace {

using apdu::BerTlvReader;

// AlgorithmIdentifiers, whole: rsaEncryption with NULL (RFC 3279), id-ecPublicKey with the name of
// a curve (RFC 5480). Whatever differs in a byte is another algorithm.
constexpr std::array<std::uint8_t, 15> rsa_encryption{
    0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00};
constexpr std::array<std::uint8_t, 21> on_p256{0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48,
                                               0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A,
                                               0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};
constexpr std::array<std::uint8_t, 18> on_p384{0x30, 0x10, 0x06, 0x07, 0x2A, 0x86,
                                               0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06,
                                               0x05, 0x2B, 0x81, 0x04, 0x00, 0x22};
constexpr std::array<std::uint8_t, 18> on_p521{0x30, 0x10, 0x06, 0x07, 0x2A, 0x86,
                                               0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06,
                                               0x05, 0x2B, 0x81, 0x04, 0x00, 0x23};

struct CurveIdentifier {
    NamedCurve curve;
    ByteView identifier;
};

// RSAPublicKey (RFC 8017 appendix A.1.1).
Result<PublicKey> parse_rsa(ByteView encoded) {
    BerTlvReader numbers = MADOGUCHI_TRY(enter_only_sequence(encoded));
    const ByteView modulus = MADOGUCHI_TRY(read_positive_integer(numbers));
    const ByteView exponent = MADOGUCHI_TRY(read_positive_integer(numbers));
    MADOGUCHI_TRY(require_der_end(numbers));
    return MADOGUCHI_TRY(require_sound(RsaPublicKey{to_bytes(modulus), to_bytes(exponent)}));
}

} // namespace

Result<PublicKey> parse_public_key(ByteView subject_public_key_info) {
    BerTlvReader parts = MADOGUCHI_TRY(enter_only_sequence(subject_public_key_info));
    const ByteView algorithm = MADOGUCHI_TRY(parts.expect(der_sequence)).encoded;
    const ByteView key = MADOGUCHI_TRY(read_whole_bytes(parts));
    MADOGUCHI_TRY(require_der_end(parts));
    if (same_bytes(algorithm, rsa_encryption)) {
        return parse_rsa(key);
    }
    const std::array<CurveIdentifier, 3> curves{
        {{NamedCurve::P256, on_p256}, {NamedCurve::P384, on_p384}, {NamedCurve::P521, on_p521}}};
    for (const CurveIdentifier& known : curves) {
        if (same_bytes(algorithm, known.identifier)) {
            return MADOGUCHI_TRY(require_sound(EcPublicKey{known.curve, to_bytes(key)}));
        }
    }
    return fail(ErrorCode::KeyInvalid,
                "a public key is neither RSA nor on P-256, P-384 or P-521 by name");
}

Result<PublicKey> parse_public_key_file(ByteView content) {
    const Bytes info = MADOGUCHI_TRY(der_content(content, "PUBLIC KEY"));
    return parse_public_key(info);
}

} // namespace madoguchi::jpki

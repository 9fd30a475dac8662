#include "jpki/record/p384_public_key.hpp"

namespace madoguchi::jpki {

Result<PublicKey> parse_p384_public_key(ByteView subject_public_key_info) {
    PublicKey key = MADOGUCHI_TRY(parse_public_key(subject_public_key_info));
    const auto* point = std::get_if<EcPublicKey>(&key);
    if (point == nullptr || point->curve != NamedCurve::P384) {
        return fail(ErrorCode::KeyInvalid, "a key of the card's records is not on P-384");
    }
    return key;
}

} // namespace madoguchi::jpki

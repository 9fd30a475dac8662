#include "jpki/trust/signed_object.hpp"

#include "jpki/trust/der.hpp"
#include "jpki/trust/signature_algorithm.hpp"

namespace madoguchi::jpki {

namespace {

using apdu::BerTlvReader;

struct SignedObject {
    ByteView signed_part;
    ByteView algorithm;
    ByteView algorithm_inside;
    ByteView signature;
};

// The first SEQUENCE of the signed part names the algorithm: in a certificate it follows version
// and serial number, in a list the version.
Result<ByteView> algorithm_inside(BerTlvReader signed_part) {
    while (!signed_part.at_end()) {
        const apdu::BerTlv object = MADOGUCHI_TRY(signed_part.next());
        if (object.tag == der_sequence) {
            return object.encoded;
        }
    }
    return fail(ErrorCode::TagMissing, "a signed object names no algorithm");
}

Result<SignedObject> take_apart(ByteView object) {
    BerTlvReader parts = MADOGUCHI_TRY(enter_only_sequence(object));
    const apdu::BerTlv signed_part = MADOGUCHI_TRY(parts.expect(der_sequence));
    const apdu::BerTlv algorithm = MADOGUCHI_TRY(parts.expect(der_sequence));
    const ByteView signature = MADOGUCHI_TRY(read_whole_bytes(parts));
    MADOGUCHI_TRY(require_der_end(parts));
    const BerTlvReader inside = MADOGUCHI_TRY(parts.enter(signed_part));
    const ByteView named_inside = MADOGUCHI_TRY(algorithm_inside(inside));
    return SignedObject{signed_part.encoded, algorithm.encoded, named_inside, signature};
}

} // namespace

bool is_object_signed_by(ByteView object, const PublicKey& key) {
    const auto parts = take_apart(object);
    if (!parts || !same_bytes(parts->algorithm, parts->algorithm_inside)) {
        return false;
    }
    const auto algorithm = algorithm_named(parts->algorithm, key);
    return algorithm && is_signature_over(key, *algorithm, parts->signed_part, parts->signature);
}

} // namespace madoguchi::jpki

#include "jpki/record/cv_certificate.hpp"

#include "jpki/record/p384_public_key.hpp"
#include "jpki/record/record_reader.hpp"

#include <algorithm>

namespace madoguchi::jpki {

namespace {

constexpr std::uint32_t certificate_tag = 0x7F21;
constexpr std::uint32_t body_tag = 0x5F4E;
constexpr std::uint32_t signature_tag = 0x5F37;

KeyId key_id_from(ByteView bytes) {
    KeyId id;
    std::copy_n(bytes.begin(), KeyId::size, id.bytes.begin());
    return id;
}

template <typename KeyParser>
Result<CvCertificate> parse(ByteView file, KeyParser parse_key) {
    apdu::BerTlvReader reader = MADOGUCHI_TRY(open_record(file, certificate_tag));
    const ByteView body = MADOGUCHI_TRY(reader.expect(body_tag)).value;
    const apdu::BerTlv signature = MADOGUCHI_TRY(reader.expect(signature_tag));
    MADOGUCHI_TRY(expect_end(reader));
    if (body.size() < 2 * KeyId::size) {
        return fail(ErrorCode::Truncated, "a CV certificate ends inside its key identifiers");
    }
    PublicKey key = MADOGUCHI_TRY(parse_key(body.subspan(2 * KeyId::size)));
    return CvCertificate{key_id_from(body), key_id_from(body.subspan(KeyId::size)), std::move(key),
                         to_bytes(body), to_bytes(signature.value)};
}

} // namespace

Result<CvCertificate> parse_cv_certificate(ByteView file) {
    return parse(file, parse_rsa_public_key);
}

Result<CvCertificate> parse_provisional_cv_certificate(ByteView file) {
    return parse(file, parse_p384_public_key);
}

} // namespace madoguchi::jpki

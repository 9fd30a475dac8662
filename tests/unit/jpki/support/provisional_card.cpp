#include "tests/unit/jpki/support/provisional_card.hpp"

#include "tests/unit/jpki/support/keys.hpp"

namespace madoguchi::jpki::test {

namespace {

Bytes text(const std::string& value) {
    return to_bytes(as_bytes(value));
}

Bytes sign(const std::string& key_name, ByteView message) {
    return sign_with(key_name, HashAlgorithm::Sha384, message);
}

Bytes sha384(ByteView message) {
    return digest_of(HashAlgorithm::Sha384, message);
}

} // namespace

Bytes provisional_cv_certificate_file(const ProvisionalKeys& keys, const KeyId& issuer) {
    const Bytes body =
        concatenate({issuer.bytes, signer_id.bytes, public_key_info(native_key(keys.signer))});
    return tlv(0x7F21, concatenate({tlv(0x5F4E, body), tlv(0x5F37, sign(keys.issuer, body))}));
}

std::vector<Bytes> provisional_surface_objects(const SurfaceContent& content,
                                               const ProvisionalKeys& keys) {
    const Bytes birth_date = tlv(0xDF22, text(content.birth_date));
    const Bytes sex = tlv(0xDF23, text(content.sex));
    const Bytes card_key = tlv(0xDF24, public_key_info(native_key(keys.card)));
    const Bytes name = tlv(0xDF25, Bytes(40, 0x11));
    const Bytes address = tlv(0xDF26, Bytes(60, 0x22));
    const Bytes photo = tlv(0xDF27, content.photo);
    const Bytes digests = concatenate({sha384(joined({birth_date, sex, card_key})),
                                       sha384(joined({name, address})), sha384(photo)});
    return {birth_date,
            sex,
            card_key,
            name,
            address,
            photo,
            tlv(0xDF28, sign(keys.signer, digests)),
            tlv(0xDF29, text(content.card_expiry))};
}

Bytes provisional_surface_file(const SurfaceContent& content, const ProvisionalKeys& keys) {
    return record_with_offsets(0xFF20, 0xDF21, provisional_surface_objects(content, keys));
}

Bytes provisional_signature_file(ByteView basic_four_file, const ProvisionalKeys& keys) {
    const auto record = parse_basic_four(basic_four_file).value();
    const Bytes digest = tlv(0xDF32, sha384(record.signed_part.reveal()));
    return tlv(0xFF30, concatenate({digest, tlv(0xDF33, sign(keys.signer, digest))}));
}

SignedChallenge challenge_answered_with(const std::string& key_name) {
    Challenge challenge = Challenge::fresh().value();
    Bytes signature = sign(key_name, challenge.bytes());
    return {std::move(challenge), std::move(signature)};
}

CardDataReading card_data_reading(const BasicFourContent& basic_four,
                                  const SurfaceContent& surface) {
    const Bytes items = basic_four_file(basic_four);
    return {parse_provisional_surface_record(provisional_surface_file(surface)).value(),
            parse_basic_four(items).value(),
            parse_provisional_basic_four_signature(provisional_signature_file(items)).value(),
            parse_provisional_cv_certificate(provisional_cv_certificate_file()).value(),
            challenge_answered_with("p384 card")};
}

} // namespace madoguchi::jpki::test

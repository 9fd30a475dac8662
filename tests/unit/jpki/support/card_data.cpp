#include "tests/unit/jpki/support/card_data.hpp"

#include "hw-sim/card/key_store.hpp"
#include "jpki/trust/pkcs1_signature.hpp"

namespace madoguchi::jpki::test {

namespace {

Bytes text(const std::string& value) {
    return to_bytes(as_bytes(value));
}

Bytes with_signature(std::uint32_t outer, const std::vector<Bytes>& signed_objects,
                     std::uint32_t signature_tag) {
    const Bytes signed_part = joined(signed_objects);
    const Bytes signature = sign_message(key_named("signer"), signed_part);
    return tlv(outer, concatenate({signed_part, tlv(signature_tag, signature)}));
}

} // namespace

const sim::RsaKey& key_named(const std::string& name) {
    static sim::MemoryKeyStore store;
    static std::map<std::string, sim::RsaKey> keys;
    auto found = keys.find(name);
    if (found == keys.end()) {
        found = keys.emplace(name, store.key(name).value()).first;
    }
    return found->second;
}

Bytes sign_message(const sim::RsaKey& key, ByteView message) {
    return key.sign_message(message).value();
}

Bytes sign_digest_info(const sim::RsaKey& key, ByteView digest_info) {
    return key.sign_block(digest_info).value();
}

Bytes card_form(const sim::RsaKey& key) {
    return key.card_public_key().value();
}

Bytes cv_certificate_file() {
    const Bytes body =
        concatenate({issuer_id.bytes, signer_id.bytes, card_form(key_named("signer"))});
    return tlv(0x7F21, concatenate({tlv(0x5F4E, body),
                                    tlv(0x5F37, sign_message(key_named("issuer"), body))}));
}

Bytes basic_four_file(const BasicFourContent& content) {
    return record_with_offsets(0xFF20, 0xDF21,
                               {tlv(0xDF22, text(content.name)), tlv(0xDF23, text(content.address)),
                                tlv(0xDF24, text(content.birth_date)),
                                tlv(0xDF25, text(content.sex))});
}

Bytes signature_file(ByteView basic_four_file) {
    const auto record = parse_basic_four(basic_four_file).value();
    const Sha256Digest digest = sha256(record.signed_part.reveal());
    return with_signature(0xFF30, {tlv(0xDF31, Bytes(32, 0xA5)), tlv(0xDF32, digest)}, 0xDF33);
}

Bytes presence_key_file() {
    return with_signature(0xFF50, {tlv(0xDF51, card_form(key_named("card")))}, 0xDF52);
}

Bytes surface_file(const SurfaceContent& content) {
    const Bytes birth_date = tlv(0xDF22, text(content.birth_date));
    const Bytes sex = tlv(0xDF23, text(content.sex));
    const Bytes card_key = tlv(0xDF24, card_form(key_named("card")));
    const Bytes name = tlv(0xDF25, Bytes(40, 0x11));
    const Bytes address = tlv(0xDF26, Bytes(60, 0x22));
    const Bytes photo = tlv(0xDF27, content.photo);
    const Bytes digests = concatenate({sha256(joined({birth_date, sex, card_key})),
                                       sha256(joined({name, address})), sha256(photo)});
    const Bytes signature = sign_digest_info(key_named("signer"), sha256_digest_info(digests));
    return record_with_offsets(0xFF20, 0xDF21,
                               {birth_date, sex, card_key, name, address, photo,
                                tlv(0xDF28, signature), tlv(0xDF29, text(content.card_expiry)),
                                tlv(0xDF2A, Bytes(20, 0x33))});
}

SignedChallenge answered_challenge() {
    Challenge challenge = Challenge::fresh().value();
    Bytes signature = sign_message(key_named("card"), challenge.bytes());
    return {std::move(challenge), std::move(signature)};
}

InputSupportReading input_support_reading(const Bytes& basic_four, const Bytes& signature) {
    return {parse_basic_four(basic_four).value(), parse_input_support_signature(signature).value(),
            parse_cv_certificate(cv_certificate_file()).value(),
            parse_presence_key(presence_key_file()).value(), answered_challenge()};
}

SurfaceReading surface_reading(const Bytes& surface) {
    return {parse_surface_record(surface).value(),
            parse_cv_certificate(cv_certificate_file()).value(), answered_challenge()};
}

} // namespace madoguchi::jpki::test

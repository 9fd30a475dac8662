#include "hw-sim/card/surface_files.hpp"

#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/card/digest.hpp"
#include "hw-sim/card/offset_table.hpp"
#include "hw-sim/card/tlv_writer.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

constexpr std::uint8_t filler = 0xFF;

// Objects followed by the signature over them as stored.
Result<Bytes> signed_record(std::uint32_t tag, const Bytes& objects, std::uint32_t signature_tag,
                            const KeyPair& signer, LengthForm form) {
    const Bytes signature = MADOGUCHI_TRY(sign_message(signer, objects));
    return tlv(tag, concatenate({objects, tlv(signature_tag, signature, form)}), form);
}

Bytes date_object(std::uint32_t tag, CivilDate date, LengthForm form) {
    const std::string text = compact_date(date);
    return tlv(tag, as_bytes(text), form);
}

// What is hashed together, as stored.
using Segments = std::array<Bytes, 3>;

Bytes hashes_of(const Segments& segments, Bytes (*digest)(ByteView)) {
    return concatenate({digest(segments[0]), digest(segments[1]), digest(segments[2])});
}

Result<Bytes> sign_segments(const RsaKey& signer, const Segments& segments) {
    return signer.sign_block(sha256_digest_info(hashes_of(segments, sha256)));
}

Result<Bytes> sign_segments(const P384Key& signer, const Segments& segments) {
    return signer.sign_message(hashes_of(segments, sha384));
}

} // namespace

Result<Bytes> surface_record_file(const SurfaceContent& content, const KeyPair& signer,
                                  LengthForm form) {
    constexpr std::size_t physical_size = 8192;
    const Bytes birth = date_object(0xDF22, content.birth_date, form);
    const Bytes sex = tlv(0xDF23, as_bytes(content.sex), form);
    const Bytes key = tlv(0xDF24, content.public_key, form);
    const Bytes name = tlv(0xDF25, content.name_image, form);
    const Bytes address = tlv(0xDF26, content.address_image, form);
    const Bytes photo = content.photo ? tlv(0xDF27, *content.photo, form) : Bytes();
    const Segments segments{concatenate({birth, sex, key}), concatenate({name, address}), photo};
    const Bytes signature = MADOGUCHI_TRY(
        std::visit([&segments](const auto& own) { return sign_segments(own, segments); }, signer));
    std::vector<Bytes> objects{birth,
                               sex,
                               key,
                               name,
                               address,
                               photo,
                               tlv(0xDF28, signature, form),
                               date_object(0xDF29, content.expiry, form)};
    if (content.security_code_image) {
        objects.push_back(tlv(0xDF2A, *content.security_code_image, form));
    }
    Bytes record = tlv_with_offset_table(0xFF20, 0xDF21, objects, form);
    if (record.size() > physical_size) {
        return fail(ErrorCode::TooLarge, "the card front's pictures do not fit the card's file");
    }
    return filled(std::move(record), physical_size, filler);
}

Result<Bytes> birth_date_record_file(CivilDate birth_date, const Bytes& public_key,
                                     const KeyPair& signer, LengthForm form) {
    const Bytes objects =
        concatenate({date_object(0xDF11, birth_date, form), tlv(0xDF12, public_key, form)});
    return signed_record(0xFF10, objects, 0xDF13, signer, form);
}

Result<Bytes> individual_number_record_file(const Bytes& number_image, const Bytes& public_key,
                                            const KeyPair& signer, LengthForm form) {
    const Bytes objects =
        concatenate({tlv(0xDF41, number_image, form), tlv(0xDF42, public_key, form)});
    return signed_record(0xFF40, objects, 0xDF43, signer, form);
}

Bytes surface_info_file(const CardKeyId& signer, const std::string& municipality_code,
                        LengthForm form) {
    constexpr std::array<std::uint8_t, 4> version{0x06, 0x03, 0x0E, 0x01};
    constexpr std::array<std::uint8_t, 1> layout_version{0x01};
    const Bytes opaque = concatenate({signer.bytes(), Bytes(256, 0x00)});
    return tlv(
        0xFF30,
        concatenate({tlv(0xDF31, version, form), tlv(0xDF32, signer.bytes(), form),
                     tlv(0xDF33, layout_version, form),
                     tlv(0xDF34, as_bytes(municipality_code), form), tlv(0xDF35, opaque, form)}),
        form);
}

} // namespace madoguchi::sim

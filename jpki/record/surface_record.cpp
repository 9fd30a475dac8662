#include "jpki/record/surface_record.hpp"

#include "jpki/record/p384_public_key.hpp"
#include "jpki/record/record_reader.hpp"

#include <utility>

namespace madoguchi::jpki {

namespace {

constexpr std::uint32_t record_tag = 0xFF20;
constexpr std::uint32_t offsets_tag = 0xDF21;
constexpr std::uint32_t photo_tag = 0xDF27;
constexpr std::uint32_t signature_tag = 0xDF28;

// What differs between the generations of the card.
struct SurfaceForm {
    Result<PublicKey> (*parse_key)(ByteView encoded);
    bool has_security_code;
};

Result<PublicKey> parse_rsa_key(ByteView encoded) {
    return MADOGUCHI_TRY(parse_rsa_public_key(encoded));
}

constexpr SurfaceForm current_form{parse_rsa_key, true};
constexpr SurfaceForm provisional_form{parse_p384_public_key, false};

// In the order in which they stand.
struct SurfaceObjects {
    apdu::BerTlv birth_date;
    apdu::BerTlv sex;
    apdu::BerTlv card_key;
    apdu::BerTlv name_image;
    apdu::BerTlv address_image;
    apdu::BerTlv photo; // nothing where it is absent
    apdu::BerTlv signature;
    apdu::BerTlv card_expiry;
    std::optional<apdu::BerTlv> security_code_image;

    // An offset table may leave out the photo that is not there.
    [[nodiscard]] std::vector<apdu::BerTlv> listed_in(ByteView table) const {
        std::vector<apdu::BerTlv> all{birth_date,    sex,   card_key,  name_image,
                                      address_image, photo, signature, card_expiry};
        if (security_code_image) {
            all.push_back(*security_code_image);
        }
        if (table.size() < 2 * all.size()) {
            std::erase_if(all, [](const apdu::BerTlv& object) { return object.encoded.empty(); });
        }
        return all;
    }
};

Result<SurfaceObjects> read_objects(apdu::BerTlvReader& reader, const SurfaceForm& form) {
    SurfaceObjects objects;
    objects.birth_date = MADOGUCHI_TRY(reader.expect(0xDF22));
    objects.sex = MADOGUCHI_TRY(reader.expect(0xDF23));
    objects.card_key = MADOGUCHI_TRY(reader.expect(0xDF24));
    objects.name_image = MADOGUCHI_TRY(reader.expect(0xDF25));
    objects.address_image = MADOGUCHI_TRY(reader.expect(0xDF26));
    // An infant's card may have no photo object at all.
    apdu::BerTlv next = MADOGUCHI_TRY(reader.next());
    if (next.tag == photo_tag) {
        objects.photo = std::exchange(next, MADOGUCHI_TRY(reader.next()));
    }
    if (next.tag != signature_tag) {
        return fail(ErrorCode::TagUnexpected, "the card face has no signature where it belongs");
    }
    objects.signature = next;
    objects.card_expiry = MADOGUCHI_TRY(reader.expect(0xDF29));
    if (form.has_security_code) {
        objects.security_code_image = MADOGUCHI_TRY(reader.expect(0xDF2A));
    }
    MADOGUCHI_TRY(expect_end(reader));
    return objects;
}

SecretBytes joined(std::initializer_list<ByteView> parts) {
    return SecretBytes::taking(concatenate(parts));
}

SurfaceSegments segments_of(const SurfaceObjects& objects) {
    return {joined({objects.birth_date.encoded, objects.sex.encoded, objects.card_key.encoded}),
            joined({objects.name_image.encoded, objects.address_image.encoded}),
            SecretBytes(objects.photo.encoded)};
}

Result<SurfaceRecord> parse(ByteView file, const SurfaceForm& form) {
    apdu::BerTlvReader reader = MADOGUCHI_TRY(open_record(file, record_tag));
    const apdu::BerTlv offsets = MADOGUCHI_TRY(reader.expect(offsets_tag));
    const SurfaceObjects objects = MADOGUCHI_TRY(read_objects(reader, form));
    MADOGUCHI_TRY(check_offsets(offsets.value, file, objects.listed_in(offsets.value)));
    const BirthDate birth_date = MADOGUCHI_TRY(parse_birth_date(objects.birth_date.value));
    const Sex sex = MADOGUCHI_TRY(parse_sex(objects.sex.value));
    PublicKey card_key = MADOGUCHI_TRY(form.parse_key(objects.card_key.value));
    const CivilDate card_expiry = MADOGUCHI_TRY(parse_date(objects.card_expiry.value));
    return SurfaceRecord{
        birth_date,
        sex,
        std::move(card_key),
        SecretBytes(objects.name_image.value),
        SecretBytes(objects.address_image.value),
        FacePhoto{SecretBytes(objects.photo.value)},
        segments_of(objects),
        to_bytes(objects.signature.value),
        Unverified(card_expiry),
        objects.security_code_image
            ? std::optional(Unverified(SecretBytes(objects.security_code_image->value)))
            : std::nullopt,
    };
}

} // namespace

Result<SurfaceRecord> parse_surface_record(ByteView file) {
    return parse(file, current_form);
}

Result<SurfaceRecord> parse_provisional_surface_record(ByteView file) {
    return parse(file, provisional_form);
}

} // namespace madoguchi::jpki

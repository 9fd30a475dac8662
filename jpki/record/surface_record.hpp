// The card's face as data: EF 0002 of 券面事項確認AP (card-interface reference, section 7.2), or of
// 券面等AP of the next-generation card.
#pragma once

#include "hal/base/secret.hpp"
#include "jpki/record/date.hpp"
#include "jpki/record/sex.hpp"
#include "jpki/record/unverified.hpp"
#include "jpki/trust/public_key.hpp"

#include <optional>

namespace madoguchi::jpki {

// 顔写真: JPEG 2000 in its JP2 container, 192 x 240, grey. Nothing here decodes it: on an infant's
// card it may be absent, empty, or a picture that shows no face.
struct FacePhoto {
    SecretBytes jpeg2000; // empty on a card without a photo

    [[nodiscard]] bool is_present() const noexcept { return !jpeg2000.empty(); }
};

// The signature covers three digests, each over neighbouring objects as stored.
struct SurfaceSegments {
    SecretBytes holder; // birth date, sex, card key
    SecretBytes images; // name and address
    SecretBytes photo;  // empty where the record has no photo object
};

struct SurfaceRecord {
    BirthDate birth_date;      // 生年月日
    Sex sex{};                 // 性別
    PublicKey card_key;        // answers the presence proof
    SecretBytes name_image;    // 氏名, PNG
    SecretBytes address_image; // 住所, PNG
    FacePhoto photo;
    SurfaceSegments signed_segments;
    Bytes signature;
    Unverified<CivilDate> card_expiry; // 有効期限; outside the signature
    // セキュリティコード, PNG; outside the signature. Not on the next-generation card.
    std::optional<Unverified<SecretBytes>> security_code_image;
};

// Errors: structure (group Encoding): wrong tags, lengths, offsets; ValueInvalid; KeyInvalid.
[[nodiscard]] Result<SurfaceRecord> parse_surface_record(ByteView file);

// The same of the next generation (provisional): the card key is a SubjectPublicKeyInfo on P-384,
// and there is no security code. Errors: as above.
[[nodiscard]] Result<SurfaceRecord> parse_provisional_surface_record(ByteView file);

} // namespace madoguchi::jpki

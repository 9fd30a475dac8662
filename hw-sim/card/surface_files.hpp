// File contents of the 券面事項確認AP (reference, sections 7.1 to 7.4).
#pragma once

#include "hal/base/clock.hpp"
#include "hw-sim/card/card_key_id.hpp"
#include "hw-sim/card/key_pair.hpp"
#include "hw-sim/card/tlv_writer.hpp"

#include <optional>
#include <string>

namespace madoguchi::sim {

// What EF 0002 shows; images are whole PNG or JP2 files.
struct SurfaceContent {
    CivilDate birth_date;
    std::string sex;
    Bytes public_key; // of the card's internal-authentication key, as public_key_on_card()
    Bytes name_image;
    Bytes address_image;
    std::optional<Bytes> photo; // nothing: there is no photo object
    CivilDate expiry;
    std::optional<Bytes> security_code_image; // nothing: there is no such object
};

// EF 0002 with its filler. The signature covers three hashes, of {birth date, sex, key},
// {name, address} and {photo}: with RSA 96 bytes in one DigestInfo (section 7.4), with P-384 144
// bytes as an ordinary message. Errors: TooLarge.
[[nodiscard]] Result<Bytes> surface_record_file(const SurfaceContent& content,
                                                const KeyPair& signer, LengthForm form);

// EF 0001: birth date and card key, signed.
[[nodiscard]] Result<Bytes> birth_date_record_file(CivilDate birth_date, const Bytes& public_key,
                                                   const KeyPair& signer, LengthForm form);

// EF 0005: the 個人番号 as a picture, and card key, signed.
[[nodiscard]] Result<Bytes> individual_number_record_file(const Bytes& number_image,
                                                          const Bytes& public_key,
                                                          const KeyPair& signer, LengthForm form);

// EF 0003.
[[nodiscard]] Bytes surface_info_file(const CardKeyId& signer, const std::string& municipality_code,
                                      LengthForm form);

} // namespace madoguchi::sim

// File contents of the 券面事項入力補助AP (reference, sections 6.1 to 6.3).
#pragma once

#include "hal/base/clock.hpp"
#include "hw-sim/card/card_key_id.hpp"
#include "hw-sim/card/key_pair.hpp"
#include "hw-sim/card/tlv_writer.hpp"

#include <string>

namespace madoguchi::sim {

// 基本4情報
struct BasicFour {
    std::string name; // 氏名
    std::string address;
    CivilDate birth_date;
    std::string sex; // one digit
};

// EF 0001: FF10 object and two bytes of filler.
[[nodiscard]] Bytes individual_number_file(const std::string& individual_number,
                                           LengthForm form = LengthForm::Shortest);

// The FF20 object of EF 0002, offset table included, without filler.
[[nodiscard]] Bytes basic_four_object(const BasicFour& four,
                                      LengthForm form = LengthForm::Shortest);
// EF 0002 with its filler; some cards have bytes in front. Errors: TooLarge.
[[nodiscard]] Result<Bytes> basic_four_file(const Bytes& before, const Bytes& object);

// What DF31 and DF32 of EF 0003 hold: SHA-256 of EF 0001 with its filler, and of EF 0002 from the
// name object to the end of the FF20 object.
[[nodiscard]] Bytes individual_number_hash(const Bytes& individual_number_file);
[[nodiscard]] Bytes basic_four_hash(const Bytes& basic_four_object);

// EF 0003, 336 bytes in the shortest form: both hashes and the signature over their objects.
[[nodiscard]] Result<Bytes> signed_hashes_file(const Bytes& individual_number_file,
                                               const Bytes& basic_four_object,
                                               const KeyPair& signer, LengthForm form);

// EF 0005 of 券面等AP (provisional): SHA-384 over the same range as basic_four_hash(), and the
// signature over its object.
[[nodiscard]] Result<Bytes> signed_basic_four_hash_file(const Bytes& basic_four_object,
                                                        const KeyPair& signer, LengthForm form);

// EF 0005; the outer lengths are always coded longer than needed, as seen.
[[nodiscard]] Bytes application_info_file(const CardKeyId& signer, bool extended_length,
                                          LengthForm form);

// EF 0007: the internal-authentication key and the signature over its object.
[[nodiscard]] Result<Bytes> signed_public_key_file(const RsaKey& key, const KeyPair& signer,
                                                   LengthForm form);

} // namespace madoguchi::sim

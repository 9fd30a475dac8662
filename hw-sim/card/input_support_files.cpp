#include "hw-sim/card/input_support_files.hpp"

#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/card/digest.hpp"
#include "hw-sim/card/offset_table.hpp"
#include "hw-sim/card/tlv_writer.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

constexpr std::uint8_t filler = 0xFF;

constexpr std::uint8_t extended_length_supported = 0x03;   // as seen
constexpr std::uint8_t extended_length_unsupported = 0x00; // not seen

// From the name object to the end.
ByteView signed_part_of(const Bytes& basic_four_object) {
    return ByteView(basic_four_object).subspan(first_offset_of(basic_four_object));
}

} // namespace

Bytes individual_number_file(const std::string& individual_number, LengthForm form) {
    constexpr std::size_t filler_size = 2;
    Bytes object = tlv(0xFF10, as_bytes(individual_number), form);
    const std::size_t physical_size = object.size() + filler_size;
    return filled(std::move(object), physical_size, filler);
}

Bytes basic_four_object(const BasicFour& four, LengthForm form) {
    const std::string birth_date = compact_date(four.birth_date);
    return tlv_with_offset_table(
        0xFF20, 0xDF21,
        {tlv(0xDF22, as_bytes(four.name), form), tlv(0xDF23, as_bytes(four.address), form),
         tlv(0xDF24, as_bytes(birth_date), form), tlv(0xDF25, as_bytes(four.sex), form)},
        form);
}

Result<Bytes> basic_four_file(const Bytes& before, const Bytes& object) {
    constexpr std::size_t physical_size = 768;
    if (before.size() + object.size() > physical_size) {
        return fail(ErrorCode::TooLarge, "name and address do not fit the card's file");
    }
    return filled(concatenate({before, object}), physical_size, filler);
}

Bytes individual_number_hash(const Bytes& individual_number_file) {
    return sha256(individual_number_file);
}

Bytes basic_four_hash(const Bytes& basic_four_object) {
    return sha256(signed_part_of(basic_four_object));
}

Result<Bytes> signed_hashes_file(const Bytes& individual_number_file,
                                 const Bytes& basic_four_object, const KeyPair& signer,
                                 LengthForm form) {
    const Bytes hashes =
        concatenate({tlv(0xDF31, individual_number_hash(individual_number_file), form),
                     tlv(0xDF32, basic_four_hash(basic_four_object), form)});
    const Bytes signature = MADOGUCHI_TRY(sign_message(signer, hashes));
    return tlv(0xFF30, concatenate({hashes, tlv(0xDF33, signature, form)}), form);
}

Result<Bytes> signed_basic_four_hash_file(const Bytes& basic_four_object, const KeyPair& signer,
                                          LengthForm form) {
    const Bytes hash = tlv(0xDF32, sha384(signed_part_of(basic_four_object)), form);
    const Bytes signature = MADOGUCHI_TRY(sign_message(signer, hash));
    return tlv(0xFF30, concatenate({hash, tlv(0xDF33, signature, form)}), form);
}

Bytes application_info_file(const CardKeyId& signer, bool extended_length, LengthForm form) {
    const std::array<std::uint8_t, 4> version{
        0x01, extended_length ? extended_length_supported : extended_length_unsupported, 0x0E,
        0x01};
    Bytes opaque(32, 0x00);
    opaque.resize(128, filler);
    return tlv(0xFF40,
               concatenate({tlv(0xDF41, version, form), tlv(0xDF42, signer.bytes(), form),
                            tlv(0xDF43, opaque, LengthForm::TwoBytes)}),
               LengthForm::TwoBytes);
}

Result<Bytes> signed_public_key_file(const RsaKey& key, const KeyPair& signer, LengthForm form) {
    const Bytes public_key = MADOGUCHI_TRY(key.card_public_key());
    const Bytes object = tlv(0xDF51, public_key, form);
    const Bytes signature = MADOGUCHI_TRY(sign_message(signer, object));
    return tlv(0xFF50, concatenate({object, tlv(0xDF52, signature, form)}), form);
}

} // namespace madoguchi::sim

// 共通カードAP, 住基AP and the objects of the card as a whole (reference, sections 4.6 and 8).
#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/card_file_makers.hpp"
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/card_verifiable_certificate.hpp"
#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/card/tlv_writer.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

// Simple TLV (ISO/IEC 7816-4 clause 6.2): a length of one byte, or FF and two bytes.
Bytes simple_tlv(std::uint8_t tag, ByteView value, LengthForm form) {
    if (form == LengthForm::Shortest) {
        return tlv(tag, value);
    }
    return concatenate({Bytes{tag, 0xFF}, two_bytes(value.size()), value});
}

CardFile free_record_file(apdu::FileId id, Bytes record) {
    return {id, AccessRule::free(), RecordFile{{std::move(record)}}};
}

CardFile key_reference_file(const CardKeyId& id, LengthForm form) {
    return free_record_file(common_file::key_reference, simple_tlv(0x01, id.bytes(), form));
}

Result<CardKeyId> card_objects_signer_id(const CardOrder& order) {
    const CardDataSigner signer = MADOGUCHI_TRY(order.issuer.card_data_signer(
        CardDataDomain::CardObjects, order.persona.card.municipality_code));
    return signer.id;
}

// Its content was not seen: here the municipality certifies the card's own key.
Result<Bytes> make_lower_certificate(const CardOrder& order, const CardDataSigner& signer) {
    const RsaKey own_key = MADOGUCHI_TRY(order.card_key("common"));
    const CardKeyId own_id(order.persona.card.serial.substr(8), "000");
    return build_card_verifiable_certificate(signer.id, signer.key, own_id, own_key);
}

} // namespace

Result<CardApplication> make_resident_application(const CardOrder& order) {
    using namespace common_file;
    const CardKeyId signer = MADOGUCHI_TRY(card_objects_signer_id(order));
    return CardApplication{
        resident_application,
        {key_reference_file(signer, order.kind.lengths),
         number_file(resident_pin, four_digit_pin("resident-pin", order.persona.pins.resident,
                                                  ChangeCommand::Jicsap))},
        std::nullopt};
}

Result<CardApplication> make_common_application(const CardOrder& order) {
    using namespace common_file;
    const PersonaCard& card = order.persona.card;
    const std::string info = card.serial + card.municipality_code + compact_date(card.expiry);
    const CardKeyId signer = MADOGUCHI_TRY(card_objects_signer_id(order));
    const RsaKey own_key = MADOGUCHI_TRY(order.card_key("common"));
    const LengthForm form = order.kind.lengths;
    return CardApplication{
        common_application,
        {free_record_file(card_info, simple_tlv(0x01, as_bytes(info), form)),
         key_reference_file(signer, form),
         CardFile{internal_key, AccessRule::free(),
                  PrivateKeyFile{own_key, PrivateKeyFile::Use::InternalAuthentication}},
         number_file(resident_pin, four_digit_pin("common-pin", order.persona.pins.resident,
                                                  ChangeCommand::Jicsap)),
         closed_file(0x001E)},
        std::nullopt};
}

Result<std::map<std::uint16_t, Bytes>> make_card_objects(const CardOrder& order) {
    const PersonaCard& card = order.persona.card;
    const CardDataSigner signer = MADOGUCHI_TRY(
        order.issuer.card_data_signer(CardDataDomain::CardObjects, card.municipality_code));
    // Card recognition data naming GlobalPlatform (OID 1.2.840.114283.1).
    constexpr std::array<std::uint8_t, 9> platform{0x06, 0x07, 0x2A, 0x86, 0x48,
                                                   0x86, 0xFC, 0x6B, 0x01};
    const std::string expiry = compact_date(card.expiry);
    std::map<std::uint16_t, Bytes> objects{{0x0042, signer.id.bytes()},
                                           {0x0045, to_bytes(as_bytes(card.serial))},
                                           {0x0066, tlv(0x73, platform, order.kind.lengths)},
                                           {0x00F0, to_bytes(as_bytes(card.municipality_code))},
                                           {0x00F2, to_bytes(as_bytes(expiry))},
                                           {0x00F7, signer.id.bytes()},
                                           {0x00F8, signer.certificate},
                                           {0x5F51, order.kind.chip.contact_answer_without_ts}};
    if (order.kind.has_lower_certificate) {
        objects[0x7F21] = MADOGUCHI_TRY(make_lower_certificate(order, signer));
    }
    return objects;
}

} // namespace madoguchi::sim

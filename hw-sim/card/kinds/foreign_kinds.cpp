// Other cards that are put on the reader by mistake: as much of each as tells what it is
// (reference, section 13; EMV Book 1; ICAO Doc 9303-10; PC/SC part 3).
#include "hw-sim/card/kinds/kind_families.hpp"

namespace madoguchi::sim {

namespace {

// 16 bytes, of which most are zero.
constexpr apdu::Aid long_name(std::array<std::uint8_t, 7> beginning) {
    std::array<std::uint8_t, apdu::Aid::longest> name{};
    for (std::size_t i = 0; i < beginning.size(); ++i) {
        name[i] = beginning[i];
    }
    return apdu::Aid(name);
}

CardContent without_platform(Bytes answer_to_reset) {
    CardContent content;
    content.answer_to_reset = std::move(answer_to_reset);
    content.has_security_domain = false;
    return content;
}

CardFile file(std::uint16_t id, AccessRule access, Bytes content) {
    return {apdu::FileId(id), std::move(access), TransparentFile{std::move(content)}};
}

// Of a master file, whose elementary files have short identifiers of their own.
CardFile common_data(std::uint16_t id, std::uint8_t short_id, Bytes content) {
    CardFile made = file(id, AccessRule::free(), std::move(content));
    made.short_id = short_id;
    return made;
}

CardFile four_digits(std::uint16_t id, const char* name) {
    return {apdu::FileId(id), AccessRule::never(), NumberFile{.name = name, .value = "0000"}};
}

// 運転免許証
CardContent make_driving_licence() {
    CardContent content = without_platform(
        {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x91, 0x81, 0xC1, 0x00, 0xD8});
    const Bytes dates{0x20, 0x24, 0x02, 0x08, 0x20, 0x29, 0x03, 0x08}; // issue, expiry
    content.master_file = CardApplication{
        master_file_name,
        {common_data(0x2F01, 0x0B, tlv(0x45, concatenate({as_bytes("008"), dates}))),
         common_data(0x000A, 0x0A, tlv(0x05, Bytes{0x01})), four_digits(0x0001, "licence-pin-1"),
         four_digits(0x0002, "licence-pin-2")},
        std::nullopt};
    content.applications = {
        {long_name({0xA0, 0x00, 0x00, 0x02, 0x31, 0x01, 0x00}),
         {file(0x0001, AccessRule::never(), Bytes(880, 0xFF))},
         std::nullopt},
        {long_name({0xA0, 0x00, 0x00, 0x02, 0x31, 0x02, 0x00}),
         {file(0x0001, AccessRule::never(), Bytes(2005, 0xFF))},
         std::nullopt},
        {long_name({0xA0, 0x00, 0x00, 0x02, 0x48, 0x03, 0x00}), {}, std::nullopt},
    };
    return content;
}

// 在留カード
CardContent make_residence_card() {
    CardContent content = without_platform(
        {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x33, 0x81, 0x81, 0x00, 0x3A});
    content.master_file = CardApplication{master_file_name,
                                          {common_data(0x2F01, 0x0B, tlv(0xC0, as_bytes("0001"))),
                                           common_data(0x2F02, 0x0A, tlv(0xC1, as_bytes("1")))},
                                          std::nullopt};
    content.applications = {
        {long_name({0xD3, 0x92, 0xF0, 0x00, 0x4F, 0x02, 0x00}),
         {file(0x0005, AccessRule::never(), Bytes(7004, 0xFF)),
          file(0x0006, AccessRule::never(), Bytes(3004, 0xFF))},
         std::nullopt},
        {long_name({0xD3, 0x92, 0xF0, 0x00, 0x4F, 0x03, 0x00}), {}, std::nullopt},
        {long_name({0xD3, 0x92, 0xF0, 0x00, 0x4F, 0x04, 0x00}), {}, std::nullopt},
    };
    return content;
}

CardContent make_passport() {
    constexpr apdu::Aid passport_application(
        std::array<std::uint8_t, 7>{0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01});
    CardContent content = without_platform(
        {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x77, 0x81, 0xA1, 0x00, 0x5E});
    content.applications = {{passport_application,
                             {file(0x011E, AccessRule::never(), Bytes(22, 0x00)),
                              file(0x0101, AccessRule::never(), Bytes(93, 0x00))},
                             std::nullopt}};
    return content;
}

// The directory of contactless payment (2PAY.SYS.DDF01) and the one application that it names.
CardContent make_credit_card() {
    constexpr std::array<std::uint8_t, 7> payment{0xA0, 0x00, 0x00, 0x00, 0x03, 0x10, 0x10};
    constexpr apdu::Aid directory(std::array<std::uint8_t, 14>{'2', 'P', 'A', 'Y', '.', 'S', 'Y',
                                                               'S', '.', 'D', 'D', 'F', '0', '1'});
    const Bytes entry =
        tlv(0x61, concatenate({tlv(0x4F, payment), tlv(0x87, std::array<std::uint8_t, 1>{0x01})}));
    CardContent content = without_platform({0x3B, 0x80, 0x80, 0x01, 0x01});
    content.has_security_domain = true;
    content.applications = {
        {directory, {}, std::nullopt, tlv(0xA5, tlv(0xBF0C, entry))},
        {apdu::Aid(payment), {}, std::nullopt, tlv(0xA5, tlv(0x50, as_bytes("CREDIT")))},
    };
    return content;
}

// FeliCa: the reader shows its standard (11) in the ATR; the card knows no APDU.
CardContent make_transit_card() {
    CardContent content =
        without_platform({0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00,
                          0x03, 0x06, 0x11, 0x00, 0x3B, 0x00, 0x00, 0x00, 0x00, 0x42});
    content.knows_commands = false;
    return content;
}

CardContent make_blank_card() {
    CardContent content = without_platform({0x3B, 0x80, 0x80, 0x01, 0x01});
    content.knows_commands = false;
    return content;
}

} // namespace

std::vector<CardKind> foreign_kinds() {
    return {
        {.name = "driving-licence",
         .description = "運転免許証 of its own",
         .make_foreign = make_driving_licence},
        {.name = "residence-card",
         .description = "在留カード",
         .make_foreign = make_residence_card},
        {.name = "passport", .description = "IC passport", .make_foreign = make_passport},
        {.name = "transit",
         .description = "transit card (FeliCa): its ATR says so, and it knows no APDU",
         .make_foreign = make_transit_card},
        {.name = "credit-card",
         .description = "credit card (EMV contactless)",
         .make_foreign = make_credit_card},
        {.name = "blank",
         .description = "6A82 to every SELECT, 6D00 to all else",
         .make_foreign = make_blank_card},
    };
}

} // namespace madoguchi::sim

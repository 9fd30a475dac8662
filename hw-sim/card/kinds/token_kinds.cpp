// Phones that play the card's 公的個人認証AP (reference, section 11.1), and a card with a guest
// application (section 13.2).
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/kinds/content_changes.hpp"
#include "hw-sim/card/kinds/kind_families.hpp"

namespace madoguchi::sim {

namespace {

// A phone in card emulation: ISO 14443-4 type A, no historical bytes.
const Chip phone_chip{{0x3B, 0x80, 0x80, 0x01, 0x01}, {}};

// The 公的個人認証AP alone, no card objects; the certificate opens with the PIN.
void leave_phone_part(CardContent& content) {
    std::erase_if(content.applications, [](const CardApplication& application) {
        return !(application.aid == jpki_application);
    });
    content.data_objects.clear();
    file_in(content, jpki_application, jpki_file::authentication_certificate).access =
        AccessRule::any_of({jpki_file::authentication_pin});
}

// マイナ免許証: PIN unset ("****"), setting free, licence data and signature behind the PIN.
void add_licence(CardContent& content) {
    constexpr apdu::Aid licence_application(std::array<std::uint8_t, 16>{
        0xA0, 0x00, 0x00, 0x02, 0x31, 0x06, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    constexpr apdu::FileId pin(0x0006);
    const AccessRule behind_pin = AccessRule::any_of({pin});
    const Bytes expiry = tlv(0xC5, as_bytes("20310308"));
    const Bytes signature = tlv(0xB1, Bytes(256, 0x00));
    content.applications.push_back(
        {licence_application,
         {CardFile{pin, AccessRule::never(), NumberFile{"licence-pin", "****", 10, 10}},
          CardFile{apdu::FileId(0x001A), AccessRule::free(),
                   TransparentFile{tlv(0xC1, std::array<std::uint8_t, 1>{0x00})}},
          CardFile{apdu::FileId(0x001B), behind_pin, TransparentFile{expiry}},
          CardFile{apdu::FileId(0x001C), behind_pin, TransparentFile{signature}}},
         std::nullopt});
}

} // namespace

std::vector<CardKind> token_kinds() {
    return {
        {.name = "phone-android",
         .description =
             "スマホ用電子証明書 on Android: label of its own, certificate after the PIN",
         .chip = phone_chip,
         .token_label = "JPKIAPGPSETOKEN",
         .alter_content = leave_phone_part},
        {.name = "phone-iphone",
         .description =
             "スマホ用電子証明書 on an iPhone: label of its own, certificate after the PIN",
         .chip = phone_chip,
         .token_label = "JPKIAPIOSTOKEN",
         .alter_content = leave_phone_part},
        {.name = "licence-on-card",
         .description = "マイナ免許証: the driving licence as one more application of the card",
         .alter_content = add_licence},
    };
}

} // namespace madoguchi::sim

// Cards whose PINs cannot be used (reference, section 10.1). What the chip of a
// 顔認証マイナンバーカード answers is not published; both plausible answers are kinds here.
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/kinds/content_changes.hpp"
#include "hw-sim/card/kinds/kind_families.hpp"

namespace madoguchi::sim {

namespace {

// The four numbers that a holder sets; 照合番号 are not among them.
struct PinPlace {
    apdu::Aid application;
    apdu::FileId file;
};

const std::vector<PinPlace>& all_pins() {
    static const std::vector<PinPlace> places{
        {jpki_application, jpki_file::authentication_pin},
        {jpki_application, jpki_file::signature_password},
        {input_support_application, input_support_file::pin},
        {resident_application, common_file::resident_pin},
        {common_application, common_file::resident_pin},
    };
    return places;
}

void block_all_pins(CardContent& content) {
    for (const PinPlace& pin : all_pins()) {
        block_number(content, pin.application, pin.file);
    }
}

void remove_all_pins(CardContent& content) {
    for (const PinPlace& pin : all_pins()) {
        remove_file(content, pin.application, pin.file);
    }
}

void block_authentication_pin(CardContent& content) {
    block_number(content, jpki_application, jpki_file::authentication_pin);
}

} // namespace

std::vector<CardKind> number_kinds() {
    return {
        {.name = "pinless-blocked",
         .description = "顔認証マイナンバーカード whose PINs are blocked (63C0, 6984)",
         .has_signature_certificate = false,
         .alter_content = block_all_pins},
        {.name = "pinless-absent",
         .description = "顔認証マイナンバーカード whose PINs are not there (6A82, 6A88)",
         .has_signature_certificate = false,
         .alter_content = remove_all_pins},
        {.name = "pin-blocked",
         .description = "利用者証明用 PIN blocked by wrong tries",
         .alter_content = block_authentication_pin},
    };
}

} // namespace madoguchi::sim

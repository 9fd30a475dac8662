// Cards of certain people: children, and names and addresses that are hard to carry (reference,
// sections 5, 6.2 and 10.2).
#include "hw-sim/card/kinds/kind_families.hpp"

namespace madoguchi::sim {

namespace {

void take_photo_off(Persona& holder, CivilDate /*today*/) {
    holder.chip_photo = NoPhotoObject{};
}

void empty_photo(Persona& holder, CivilDate /*today*/) {
    holder.chip_photo = Bytes{};
}

void use_placeholder_photo(Persona& holder, CivilDate /*today*/) {
    holder.chip_photo = PlaceholderPhoto{};
}

// 200 characters: the longest that the 署名用電子証明書 carries, and a three-byte outer length.
void lengthen_address(Persona& holder, CivilDate /*today*/) {
    constexpr int repetitions = 17;
    holder.address = "架空県";
    for (int i = 0; i < repetitions; ++i) {
        holder.address += "模擬郡見本村大字例示字";
    }
    holder.address += "１２３４番地５６７号"; // 3 + 17 × 11 + 10 characters
}

// A character of the supplementary plane (𠮷), one outside JIS X 0208 (髙), and one with an
// ideographic variation sequence (葛 U+E0100). The 署名用電子証明書 has others in their place.
void use_rare_characters(Persona& holder, CivilDate /*today*/) {
    holder.name.kanji = "𠮷髙　葛\U000E0100子";
    holder.name.kana = "ヨシタカ　カツコ";
}

} // namespace

std::vector<CardKind> holder_kinds() {
    return {
        {.name = "under-15",
         .description = "no 署名用電子証明書: flag in EF 0008, filler in EF 0001, password blocked",
         .has_signature_certificate = false},
        {.name = "infant-photo-absent",
         .description = "card of an infant: no photo object, its entry in the offset table is zero",
         .alter_holder = take_photo_off,
         .has_signature_certificate = false},
        {.name = "infant-photo-empty",
         .description = "card of an infant: a photo object of no bytes",
         .alter_holder = empty_photo,
         .has_signature_certificate = false},
        {.name = "infant-photo-placeholder",
         .description = "card of an infant: an even grey picture as photo",
         .alter_holder = use_placeholder_photo,
         .has_signature_certificate = false},
        {.name = "long-address",
         .description = "an address of 200 characters",
         .alter_holder = lengthen_address},
        {.name = "rare-names",
         .description = "a name outside JIS, with a variation sequence and substituted characters",
         .alter_holder = use_rare_characters},
    };
}

} // namespace madoguchi::sim

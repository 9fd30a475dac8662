// Chip families: they differ in answer to reset, in extended length, and older ones in an object of
// GET DATA (reference, sections 2.1, 2.2 and 4.6).
#include "hw-sim/card/kinds/kind_families.hpp"

namespace madoguchi::sim {

namespace {

Chip contactless(Bytes answer_to_reset) {
    return {std::move(answer_to_reset), plain_contact_answer_without_ts};
}

Chip contact(Bytes answer_to_reset) {
    Bytes without_ts(answer_to_reset.begin() + 1, answer_to_reset.end());
    return {std::move(answer_to_reset), std::move(without_ts)};
}

std::vector<CardKind> contactless_kinds() {
    return {
        {.name = "current", .description = "the ordinary card, contactless (ATR ..05E0B381A1..)"},
        {.name = "contactless-41e0",
         .description = "contactless chip family with ATR ..41E0B381A1..",
         .chip = contactless(
             {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x41, 0xE0, 0xB3, 0x81, 0xA1, 0x00, 0x3B})},
        {.name = "contactless-4b51",
         .description = "contactless chip family with ATR ..4B51FFB381D1.., waits up to 2.5 s",
         .chip = contactless(
             {0x3B, 0x88, 0x80, 0x01, 0x00, 0x4B, 0x51, 0xFF, 0xB3, 0x81, 0xD1, 0x00, 0x0F})},
        {.name = "contactless-4b51-106k",
         .description = "the same family at 106 kbit/s only (ATR ..4B51FF0081D1..)",
         .chip = contactless(
             {0x3B, 0x88, 0x80, 0x01, 0x00, 0x4B, 0x51, 0xFF, 0x00, 0x81, 0xD1, 0x00, 0xBC})},
        {.name = "contactless-14e0",
         .description = "oldest contactless family (ATR ..14E0B38191..), without object 7F21",
         .chip = contactless(
             {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x14, 0xE0, 0xB3, 0x81, 0x91, 0x00, 0x5E}),
         .has_lower_certificate = false},
    };
}

std::vector<CardKind> contact_kinds() {
    return {
        {.name = "contact-plain",
         .description = "over contacts, an ATR without historical bytes",
         .chip = contact({0x3B, 0xE0, 0x00, 0xFF, 0x81, 0x31, 0xFE, 0x45, 0x14})},
        {.name = "contact-extended",
         .description = "over contacts, an ATR that declares chaining and extended length",
         .chip = contact({0x3B, 0xDA, 0x13, 0xFF, 0x81, 0x31, 0xFB, 0x46, 0x80, 0x12, 0x39, 0x2F,
                          0x31, 0xC1, 0x73, 0xC6, 0x01, 0xC0, 0x3B})},
        {.name = "contact-short",
         .description = "over contacts, declares no extended length and refuses it; no object 7F21",
         .chip = contact(
             {0x3B, 0xC5, 0xFF, 0x81, 0x31, 0xFB, 0x45, 0x80, 0x73, 0xC6, 0x01, 0x00, 0x00}),
         .has_lower_certificate = false,
         .behaviour = {.extended_length = false}},
        {.name = "contact-t1-specific",
         .description = "over contacts, specific mode T=1 (ATR ..000100D1D6)",
         .chip = contact({0x3B, 0xF5, 0x91, 0x00, 0xFF, 0x91, 0x81, 0x71, 0xFE, 0x40, 0x00, 0x42,
                          0x00, 0x01, 0x00, 0xD1, 0xD6})},
        {.name = "contact-t1-specific-b3a1",
         .description = "the same family with the ATR ..0001B3A115",
         .chip = contact({0x3B, 0xF5, 0x91, 0x00, 0xFF, 0x91, 0x81, 0x71, 0xFE, 0x40, 0x00, 0x42,
                          0x00, 0x01, 0xB3, 0xA1, 0x15})},
    };
}

} // namespace

std::vector<CardKind> chip_kinds() {
    std::vector<CardKind> kinds = contactless_kinds();
    const std::vector<CardKind> others = contact_kinds();
    kinds.insert(kinds.end(), others.begin(), others.end());
    return kinds;
}

} // namespace madoguchi::sim

// Kinds of cards that a reader may meet, as data: each says what it has that the ordinary My Number
// card has not (card-interface reference, sections 2, 10, 11 and 13). The defaults are the ordinary
// card; docs/card-kinds.md says what is assumed.
#pragma once

#include "hw-sim/card/answers_to_reset.hpp"
#include "hw-sim/card/authority_generation.hpp"
#include "hw-sim/card/card_behaviour.hpp"
#include "hw-sim/card/card_content.hpp"
#include "hw-sim/card/persona.hpp"
#include "hw-sim/card/tlv_writer.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace madoguchi::sim {

struct CardOrder;
using ApplicationMaker = Result<CardApplication> (*)(const CardOrder& order);
// The five applications of today's card.
[[nodiscard]] std::span<const ApplicationMaker> current_applications();

struct CardKind {
    std::string_view name;        // on command lines and in tests: lower-case letters, digits, '-'
    std::string_view description; // one line for people

    // The holder's data and the card's dates as this kind has them.
    void (*alter_holder)(Persona& holder, CivilDate today) = nullptr;

    Chip chip = contactless_chip;
    std::span<const ApplicationMaker> applications = current_applications();
    const AuthorityGeneration* authority = nullptr; // null: that of the day of issue
    // What stands on the card front for reading machines: 照合番号B, or what the card has instead.
    std::string (Persona::*printed_number)() const = &Persona::verification_number_b;
    std::string_view token_label = "JPKIAPICCTOKEN2";
    bool has_signature_certificate = true;
    bool has_lower_certificate = true; // GET DATA 7F21, missing on older cards
    LengthForm lengths = LengthForm::Shortest;
    Bytes before_basic_four = {}; // in front of the FF20 object of the 基本4情報

    // Applications and files that are taken off, blocked or added when the ordinary card is done.
    void (*alter_content)(CardContent& content) = nullptr;

    // Another card altogether; then nothing above but the name counts.
    CardContent (*make_foreign)() = nullptr;

    CardBehaviour behaviour{};
};

[[nodiscard]] const std::vector<CardKind>& all_card_kinds();
[[nodiscard]] const CardKind& current_card_kind();
// Errors: ValueInvalid, for a name that no kind has.
[[nodiscard]] Result<CardKind> find_card_kind(std::string_view name);

// The persona as holder of a card of this kind: what the card says, and what is printed on it.
[[nodiscard]] Persona holder_of(const CardKind& kind, Persona persona, CivilDate today);

} // namespace madoguchi::sim

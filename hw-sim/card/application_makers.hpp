// One maker for each application of the card, each writing every file of it.
#pragma once

#include "hw-sim/card/card_content.hpp"
#include "hw-sim/card/kinds/card_kind.hpp"
#include "hw-sim/card/persona.hpp"
#include "hw-sim/card/simulated_issuer.hpp"

namespace madoguchi::sim {

struct CardOrder {
    const Persona& persona; // as holder of a card of this kind
    SimulatedIssuer& issuer;
    const CardKind& kind;

    // A key of this card alone.
    [[nodiscard]] Result<RsaKey> card_key(const char* purpose) const {
        return issuer.keys().key("card-" + persona.id + "-" + purpose);
    }
    [[nodiscard]] Result<KeyPair> card_key(const char* purpose, KeyAlgorithm algorithm) const {
        return issuer.keys().key_pair("card-" + persona.id + "-" + purpose, algorithm);
    }
};

[[nodiscard]] Result<CardApplication> make_jpki_application(const CardOrder& order);
[[nodiscard]] Result<CardApplication> make_input_support_application(const CardOrder& order);
[[nodiscard]] Result<CardApplication> make_surface_application(const CardOrder& order);
// Of the next-generation card, provisional.
[[nodiscard]] Result<CardApplication> make_merged_surface_application(const CardOrder& order);
[[nodiscard]] Result<CardApplication> make_resident_application(const CardOrder& order);
[[nodiscard]] Result<CardApplication> make_common_application(const CardOrder& order);

// GET DATA objects of the card as a whole (reference, section 4.6), by tag.
[[nodiscard]] Result<std::map<std::uint16_t, Bytes>> make_card_objects(const CardOrder& order);

} // namespace madoguchi::sim

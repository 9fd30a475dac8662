// Making a card of a persona: keys, certificates, every file of every application (card-interface
// reference, sections 4.6 and 5 to 9), as its kind has them.
#pragma once

#include "hw-sim/card/card_content.hpp"
#include "hw-sim/card/kinds/card_kind.hpp"
#include "hw-sim/card/persona.hpp"
#include "hw-sim/card/simulated_issuer.hpp"

namespace madoguchi::sim {

// Some kinds have dates that count from today.
// Errors: FileUnreadable (picture or font missing), ImageUnreadable, TooLarge (content does not fit
// its file), and as the issuer and its key store.
[[nodiscard]] Result<CardContent> personalise(const Persona& persona, SimulatedIssuer& issuer,
                                              const CardKind& kind, CivilDate today);

// The current card, on which no date counts from today.
[[nodiscard]] Result<CardContent> personalise(const Persona& persona, SimulatedIssuer& issuer);

} // namespace madoguchi::sim

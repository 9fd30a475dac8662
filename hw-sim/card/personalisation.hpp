// Making the current-generation card of a persona: keys, certificates, every file of every
// application (card-interface reference, sections 4.6 and 5 to 9).
#pragma once

#include "hw-sim/card/card_content.hpp"
#include "hw-sim/card/persona.hpp"
#include "hw-sim/card/simulated_issuer.hpp"

namespace madoguchi::sim {

// Errors: FileUnreadable (picture or font missing), ImageUnreadable, TooLarge (content does not fit
// its file), and as the issuer and its key store.
[[nodiscard]] Result<CardContent> personalise(const Persona& persona, SimulatedIssuer& issuer);

} // namespace madoguchi::sim

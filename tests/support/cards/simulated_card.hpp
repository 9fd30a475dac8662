// Simulated cards for any test: personas of hw-sim/personas, one issuer for the whole test program
// (making RSA keys takes time), everything in memory.
#pragma once

#include "hw-sim/card/in_process_reader.hpp"
#include "hw-sim/card/personalisation.hpp"
#include "hw-sim/card/virtual_card.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace madoguchi::test {

// hw-sim/personas/<id>. Throws when there is none.
[[nodiscard]] sim::Persona persona(const std::string& id);
[[nodiscard]] std::filesystem::path persona_folder(const std::string& id);

[[nodiscard]] sim::SimulatedIssuer& issuer();

// The chip of a persona, personalised once and copied after that.
[[nodiscard]] const sim::CardContent& card_content(const std::string& persona_id);

// A new card of that persona with full counters; its store lives as long as the card. The second
// makes a chip of its own for a persona that the test has changed.
[[nodiscard]] std::shared_ptr<sim::VirtualCard> card_of(const std::string& persona_id,
                                                        sim::CardBehaviour behaviour = {});
[[nodiscard]] std::shared_ptr<sim::VirtualCard> card_of(const sim::Persona& persona,
                                                        sim::CardBehaviour behaviour = {});

} // namespace madoguchi::test

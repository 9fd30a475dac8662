// Simulated cards for any test: personas of hw-sim/personas, one issuer for the whole test program
// (making RSA keys takes time), everything in memory.
#pragma once

#include "hw-sim/card/in_process_reader.hpp"
#include "hw-sim/card/personalisation.hpp"
#include "hw-sim/card/virtual_card.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace madoguchi::test {

// hw-sim/personas/<id>. Throws when there is none.
[[nodiscard]] sim::Persona persona(const std::string& id);
[[nodiscard]] std::filesystem::path persona_folder(const std::string& id);

[[nodiscard]] sim::SimulatedIssuer& issuer();

// The day from which kinds of cards count their dates here.
inline constexpr CivilDate today{std::chrono::year(2026), std::chrono::November,
                                 std::chrono::day(20)};

// A kind of the simulator's table. Throws when there is none of this name.
[[nodiscard]] sim::CardKind card_kind(std::string_view name);
// The persona as holder of a card of this kind: what a reader must find on it.
[[nodiscard]] sim::Persona holder(const std::string& persona_id, std::string_view kind);

// The chip of a persona, personalised once and copied after that.
[[nodiscard]] const sim::CardContent& card_content(const std::string& persona_id,
                                                   std::string_view kind = "current");

// A new card of that persona with full counters; its store lives as long as the card. The second
// is of another kind and behaves as that kind does; the third makes a chip of its own for a persona
// that the test has changed.
[[nodiscard]] std::shared_ptr<sim::VirtualCard> card_of(const std::string& persona_id,
                                                        sim::CardBehaviour behaviour = {});
[[nodiscard]] std::shared_ptr<sim::VirtualCard> card_of(const std::string& persona_id,
                                                        std::string_view kind);
[[nodiscard]] std::shared_ptr<sim::VirtualCard> card_of(const sim::Persona& persona,
                                                        sim::CardBehaviour behaviour = {});

} // namespace madoguchi::test

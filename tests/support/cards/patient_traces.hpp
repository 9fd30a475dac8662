// What must not be found anywhere after a card was used.
#pragma once

#include "hw-sim/card/persona.hpp"

#include <string>
#include <vector>

namespace madoguchi::test {

// Name, birth date, address, numbers and a piece of the card's photo.
[[nodiscard]] std::vector<std::string> traces_of(const sim::Persona& person);

// Whether the text has it: longer than any accident, or standing alone between other characters.
[[nodiscard]] bool holds(const std::string& text, const std::string& trace);

} // namespace madoguchi::test

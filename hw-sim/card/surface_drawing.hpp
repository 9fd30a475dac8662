// What a card front shows of its holder, drawn once for whichever application holds it.
#pragma once

#include "hw-sim/card/persona.hpp"
#include "hw-sim/card/surface_files.hpp"
#include "hw-sim/card/text_image.hpp"

namespace madoguchi::sim {

// Without a security code; the key in the form of the card's files. Errors: as the pictures.
[[nodiscard]] Result<SurfaceContent> draw_surface(const Persona& persona,
                                                  const TextImageMaker& text, Bytes public_key);

} // namespace madoguchi::sim

// Habits of a chip, or of the reader before it, that change no file.
#pragma once

#include "apdu/status_word.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

namespace madoguchi::sim {

struct CardBehaviour {
    bool extended_length = true; // false: every extended Lc or Le is 6700, as one chip family
    bool warm_reset_keeps_state = true; // a reset without power loss, as measured over contactless
    bool fails_first_command = false;   // 6F00 to the first command after power-on, as measured
    // What VERIFY and CHANGE that name their number by short identifier get; nothing: they work.
    std::optional<apdu::StatusWord> refuses_short_id_of_number = std::nullopt;
    // P2 of the key commands may be a short identifier without the high bit before it.
    bool takes_bare_short_id = false;
    // READ BINARY never gives more bytes than this, whatever Le is.
    std::size_t longest_piece = std::numeric_limits<std::size_t>::max();
    bool warns_at_end_of_file = false; // 6282 instead of 9000 when fewer bytes than Le were left
};

} // namespace madoguchi::sim

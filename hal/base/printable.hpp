// Text from outside made fit for a log line, a screen or JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace madoguchi {

// At most `longest` bytes of the text, cut between characters. Control characters (C0, DEL, C1),
// double quotes and every byte that is not part of well-formed UTF-8 become '?', so the result is
// one line of valid UTF-8 without terminal commands.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest);

} // namespace madoguchi

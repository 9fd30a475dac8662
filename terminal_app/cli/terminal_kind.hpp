// What the terminal on standard output is and can do, and a screen that leaves nothing on it.
#pragma once

#include "terminal_app/cli/terminal_picture.hpp"

#include <string>

namespace madoguchi::cli {

// As the environment says it; empty where it says nothing.
struct TerminalKind {
    std::string name;          // TERM
    std::string colours;       // COLORTERM
    std::string character_set; // LC_ALL, else LC_CTYPE, else LANG
};

[[nodiscard]] TerminalKind terminal_kind();

// Whether it has the alternate screen of PrivateScreen.
[[nodiscard]] bool can_be_cleared(const TerminalKind& kind);

// The richest style that it is sure to show.
[[nodiscard]] PictureStyle picture_style(const TerminalKind& kind);

[[nodiscard]] bool output_is_terminal() noexcept;
// 80 x 24 when the terminal does not say.
[[nodiscard]] CellSize output_size() noexcept;

// As long as this lives, output goes to the terminal's alternate screen, which is cleared at the
// end and is no part of what can be scrolled back.
class PrivateScreen {
public:
    PrivateScreen();
    ~PrivateScreen();
    PrivateScreen(const PrivateScreen&) = delete;
    PrivateScreen& operator=(const PrivateScreen&) = delete;
};

} // namespace madoguchi::cli

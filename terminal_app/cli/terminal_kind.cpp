#include "terminal_app/cli/terminal_kind.hpp"

#include "terminal_app/cli/private_file.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace madoguchi::cli {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

bool shows_utf8(const TerminalKind& kind) {
    return contains(kind.character_set, "UTF-8") || contains(kind.character_set, "utf8");
}

void send(std::string_view sequence) {
    static_cast<void>(write_all(STDOUT_FILENO, as_bytes(sequence)));
}

} // namespace

TerminalKind terminal_kind() {
    TerminalKind kind{environment("TERM"), environment("COLORTERM"), {}};
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (kind.character_set.empty()) {
            kind.character_set = environment(name);
        }
    }
    return kind;
}

bool can_be_cleared(const TerminalKind& kind) {
    return !kind.name.empty() && kind.name != "dumb";
}

PictureStyle picture_style(const TerminalKind& kind) {
    if (!can_be_cleared(kind) || !shows_utf8(kind)) {
        return PictureStyle::Ascii;
    }
    if (kind.colours == "truecolor" || kind.colours == "24bit" || contains(kind.name, "direct")) {
        return PictureStyle::TrueColour;
    }
    return contains(kind.name, "256color") ? PictureStyle::GreySteps : PictureStyle::Ascii;
}

bool output_is_terminal() noexcept {
    return ::isatty(STDOUT_FILENO) == 1;
}

CellSize output_size() noexcept {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        return {80, 24};
    }
    return {size.ws_col, size.ws_row};
}

PrivateScreen::PrivateScreen() {
    send("\x1b[?1049h\x1b[2J\x1b[H"); // alternate screen, cleared, cursor home
}

PrivateScreen::~PrivateScreen() {
    send("\x1b[2J\x1b[H\x1b[?1049l");
}

} // namespace madoguchi::cli

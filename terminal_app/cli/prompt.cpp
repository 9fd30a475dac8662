#include "terminal_app/cli/prompt.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace madoguchi::cli {

namespace {

// Local modes of the terminal (ECHO, ICANON …) are off as long as this lives. Does nothing where
// standard input is no terminal.
class LocalModesOff {
public:
    explicit LocalModesOff(tcflag_t modes)
        : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (is_terminal_) {
            termios changed = before_;
            changed.c_lflag &= ~modes;
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &changed);
        }
    }
    ~LocalModesOff() {
        if (is_terminal_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        }
    }
    LocalModesOff(const LocalModesOff&) = delete;
    LocalModesOff& operator=(const LocalModesOff&) = delete;

private:
    termios before_{};
    bool is_terminal_;
};

// Byte by byte into wiped memory, past every buffer of the standard library.
Result<SecretBytes> read_line() {
    constexpr std::size_t longest = 64;
    SecretBytes line(longest);
    std::size_t size = 0;
    for (;;) {
        std::uint8_t& next = line.reveal_for_writing()[size];
        if (::read(STDIN_FILENO, &next, 1) != 1) {
            return fail(ErrorCode::Cancelled, "no number was given");
        }
        if (next == '\n') {
            break;
        }
        if (++size == longest) {
            return fail(ErrorCode::TooLarge, "no number of the card is so long");
        }
    }
    const bool carriage_return = size > 0 && line.reveal()[size - 1] == '\r';
    return SecretBytes(line.reveal().first(carriage_return ? size - 1 : size));
}

void show_prompt(std::string_view prompt) {
    if (input_is_terminal()) {
        fmt::print(stderr, "{}: ", prompt);
    }
}

} // namespace

Result<SecretBytes> ask_secret(std::string_view prompt) {
    const StopRequest stop; // Ctrl-C ends the question, not the program: echo comes back
    const LocalModesOff echo_off(ECHO);
    show_prompt(prompt);
    auto line = read_line();
    if (input_is_terminal()) {
        fmt::print(stderr, "\n"); // the one that was typed is not seen
    }
    return line;
}

Result<std::string> ask_word(std::string_view prompt) {
    show_prompt(prompt);
    const SecretBytes line = MADOGUCHI_TRY(read_line());
    return as_text(line.reveal());
}

bool input_is_terminal() noexcept {
    return ::isatty(STDIN_FILENO) == 1;
}

void wait_for_key(std::string_view prompt, const StopRequest& stop) {
    const LocalModesOff keys_unseen(ECHO | ICANON | ISIG); // Ctrl-C is a key like any other
    fmt::print("{}", prompt);
    std::fflush(stdout);
    pollfd keyboard{STDIN_FILENO, POLLIN, 0};
    constexpr int look_again_ms = 200; // a signal may come just before poll
    while (!stop.received() && ::poll(&keyboard, 1, look_again_ms) <= 0) {
    }
}

} // namespace madoguchi::cli

#include "terminal_app/cli/secret_input.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace madoguchi::cli {

namespace {

// Echo is off as long as this lives. Does nothing where standard input is no terminal.
class EchoOff {
public:
    EchoOff() : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (is_terminal_) {
            termios silent = before_;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    ~EchoOff() {
        if (is_terminal_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
            fmt::print(stderr, "\n");
        }
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

    [[nodiscard]] bool is_terminal() const noexcept { return is_terminal_; }

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

} // namespace

Result<SecretBytes> ask_secret(std::string_view prompt) {
    const EchoOff echo_off;
    if (echo_off.is_terminal()) {
        fmt::print(stderr, "{}: ", prompt);
    }
    return read_line();
}

} // namespace madoguchi::cli

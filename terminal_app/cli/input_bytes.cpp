#include "terminal_app/cli/input_bytes.hpp"

#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>

namespace madoguchi::cli {

namespace {

Result<Bytes> from_hex(std::string_view digits) {
    const auto misspelt =
        fail(ErrorCode::SyntaxInvalid, "bytes are not written as pairs of hexadecimal digits");
    if (digits.size() % 2 != 0) {
        return misspelt;
    }
    Bytes bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t place = 0; place < digits.size(); place += 2) {
        const char* const pair = digits.data() + place;
        std::uint8_t byte = 0;
        const auto [end, error] = std::from_chars(pair, pair + 2, byte, 16);
        if (error != std::errc() || end != pair + 2) {
            return misspelt;
        }
        bytes.push_back(byte);
    }
    return bytes;
}

Result<Bytes> from_file(const std::string& path, std::size_t largest) {
    std::ifstream file(path, std::ios::binary);
    Bytes bytes;
    constexpr std::size_t step = 64U << 10U;
    while (file && bytes.size() <= largest) {
        const std::size_t before = bytes.size();
        bytes.resize(before + step);
        file.read(reinterpret_cast<char*>(bytes.data() + before), step);
        bytes.resize(before + static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof() && bytes.size() <= largest) {
        return fail(ErrorCode::FileUnreadable, "a file cannot be read; check its path");
    }
    if (bytes.size() > largest) {
        return fail(ErrorCode::TooLarge, "a file is larger than any of its kind");
    }
    return bytes;
}

} // namespace

Result<Bytes> read_bytes(const BytesOption& option, std::size_t largest) {
    return option.file.empty() ? from_hex(option.hex) : from_file(option.file, largest);
}

int report_unusable(const Error& error, bool json) {
    fmt::print(stderr, "madoguchi: {}\n  code: {}\n", error.text(), name_of(error.code()));
    if (json) {
        print_json({{"outcome", "error"}, {"error", name_of(error.code())}});
    }
    return exit_failed;
}

} // namespace madoguchi::cli

#include "hw-sim/link/exchange_list.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <optional>

namespace madoguchi::sim {

namespace {

template <typename Number>
std::optional<Number> number_in(std::string_view text, int base) {
    Number number = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number, base);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end) {
        return std::nullopt;
    }
    return number;
}

// What stands before the next blank; the rest stays in `line`.
std::string_view take_word(std::string_view& line) {
    const std::size_t end = line.find(' ');
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return word;
}

apdu::CommandHeader header_of(std::uint32_t bytes) {
    const auto byte = [bytes](unsigned shift) {
        return static_cast<std::uint8_t>((bytes >> shift) & 0xFFU);
    };
    return {byte(24), byte(16), byte(8), byte(0)};
}

} // namespace

std::string to_line(const Exchange& exchange) {
    const auto& [cla, ins, p1, p2] = exchange.header;
    return fmt::format("{:02X}{:02X}{:02X}{:02X} {} {}", cla, ins, p1, p2, exchange.command_bytes,
                       exchange.answer_bytes);
}

Result<Exchange> parse_exchange(std::string_view line) {
    constexpr std::size_t header_digits = 8;
    const std::string_view header_text = take_word(line);
    const auto header = number_in<std::uint32_t>(header_text, 16);
    const auto command_bytes = number_in<std::size_t>(take_word(line), 10);
    const auto answer_bytes = number_in<std::size_t>(take_word(line), 10);
    if (header_text.size() != header_digits || !header || !command_bytes || !answer_bytes ||
        !line.empty()) {
        return fail(ErrorCode::SyntaxInvalid, "a line of the exchange list is malformed");
    }
    return Exchange{header_of(*header), *command_bytes, *answer_bytes};
}

Result<std::vector<Exchange>> read_exchange_list(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream) {
        return fail(ErrorCode::FileUnreadable, "the exchange list cannot be read");
    }
    std::vector<Exchange> exchanges;
    for (std::string line; std::getline(stream, line);) {
        exchanges.push_back(MADOGUCHI_TRY(parse_exchange(line)));
    }
    return exchanges;
}

} // namespace madoguchi::sim

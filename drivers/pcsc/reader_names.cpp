#include "drivers/pcsc/reader_names.hpp"

#include <algorithm>
#include <cstdint>

namespace madoguchi::drivers {

namespace {

constexpr std::size_t longest_shown_name = 128;
constexpr std::size_t longest_list = 65'536;
constexpr std::size_t most_readers = 15; // pcsc-lite watches 16 at once, one being the hot-plug one
constexpr int list_attempts = 3;         // the list may grow between asking its length and reading

// Length of the valid UTF-8 character at the front, 0 when there is none (RFC 3629).
std::size_t character_length(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2);
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool surrogate = first == 0xED && byte(1) >= 0xA0;
    const bool too_large = first == 0xF4 && byte(1) >= 0x90;
    return overlong || surrogate || too_large ? 0 : length;
}

// C0 and DEL, and C1 as UTF-8 writes it (C2 80 .. C2 9F).
bool is_control(std::string_view character) {
    const auto first = static_cast<std::uint8_t>(character[0]);
    return first < 0x20 || first == 0x7F ||
           (first == 0xC2 && static_cast<std::uint8_t>(character[1]) < 0xA0);
}

void make_unique(ReaderName& name, const std::vector<ReaderName>& before) {
    const std::string base = name.shown;
    for (int number = 2; std::ranges::count(before, name.shown, &ReaderName::shown) > 0; ++number) {
        name.shown = base + " (" + std::to_string(number) + ")";
    }
}

} // namespace

std::string displayable(std::string_view raw) {
    std::string shown;
    while (!raw.empty()) {
        const std::size_t length = character_length(raw);
        const std::string_view character = raw.substr(0, std::max<std::size_t>(length, 1));
        const bool harmless = length > 0 && !is_control(character);
        const std::string_view part = harmless ? character : std::string_view("?");
        if (shown.size() + part.size() > longest_shown_name) {
            break;
        }
        shown += part;
        raw.remove_prefix(character.size());
    }
    return shown;
}

std::vector<ReaderName> parse_reader_names(std::span<const char> names) {
    std::vector<ReaderName> parsed;
    while (!names.empty() && names.front() != '\0' && parsed.size() < most_readers) {
        const auto end = std::ranges::find(names, '\0');
        ReaderName name{std::string(names.begin(), end), {}};
        name.shown = displayable(name.raw);
        make_unique(name, parsed);
        parsed.push_back(std::move(name));
        const auto used = static_cast<std::size_t>(end - names.begin()) + 1; // with its NUL
        names = names.subspan(std::min(used, names.size()));
    }
    return parsed;
}

Result<std::vector<ReaderName>> list_reader_names(const PcscContext& context) {
    const auto& list = context.table().list_readers;
    ScardLength answer{ScardCode::InsufficientBuffer};
    for (int i = 0; i < list_attempts && answer.code == ScardCode::InsufficientBuffer; ++i) {
        answer = list(context.handle(), {});
        if (answer.code == ScardCode::Success && answer.length > longest_list) {
            return fail(ErrorCode::TransportFailed, "PC/SC's list of readers is absurdly long");
        }
        if (answer.code == ScardCode::Success) {
            std::vector<char> names(answer.length);
            answer = list(context.handle(), names);
            if (answer.code == ScardCode::Success) {
                names.resize(std::min(answer.length, names.size()));
                return parse_reader_names(names);
            }
        }
    }
    if (answer.code == ScardCode::NoReadersAvailable) {
        return std::vector<ReaderName>{};
    }
    return fail(error_before_use(answer.code));
}

} // namespace madoguchi::drivers

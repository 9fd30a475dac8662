#include "hal/base/printable.hpp"

#include <array>
#include <cstdint>

namespace madoguchi {

namespace {

// The Unicode standard, table 3-7: what the first byte says about length and second byte. Overlong
// forms, surrogates and numbers above 10FFFF have no row.
struct Utf8Form {
    std::uint8_t first_from, first_to;
    std::uint8_t second_from, second_to;
    std::size_t length;
};
constexpr std::array<Utf8Form, 8> utf8_forms{{
    {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
}};

std::uint8_t byte_at(std::string_view text, std::size_t index) {
    return static_cast<std::uint8_t>(text[index]);
}

// Length of the printable character that the text begins with; 0 when it begins with none.
std::size_t character_length(std::string_view text) {
    const std::uint8_t first = byte_at(text, 0);
    if (first < 0x80U) {
        return first >= 0x20U && first != 0x7FU && first != '"' ? 1 : 0;
    }
    for (const Utf8Form& form : utf8_forms) {
        if (first < form.first_from || first > form.first_to || text.size() < form.length) {
            continue;
        }
        const std::uint8_t second = byte_at(text, 1);
        const bool is_control = first == 0xC2U && second < 0xA0U; // C1: U+0080 to U+009F
        bool is_whole = second >= form.second_from && second <= form.second_to && !is_control;
        for (std::size_t i = 2; i < form.length; ++i) {
            is_whole = is_whole && (byte_at(text, i) & 0xC0U) == 0x80U;
        }
        return is_whole ? form.length : 0;
    }
    return 0;
}

} // namespace

std::string printable(std::string_view text, std::size_t longest) {
    std::string clean;
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const std::string_view next = length == 0 ? "?" : text.substr(0, length);
        if (clean.size() + next.size() > longest) {
            break;
        }
        clean += next;
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return clean;
}

} // namespace madoguchi

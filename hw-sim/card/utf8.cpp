#include "hw-sim/card/utf8.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

// Unicode table 3-6: how the first byte decides length, payload bits and smallest code point.
struct Form {
    unsigned char first;
    unsigned char mask;
    std::size_t length;
    char32_t smallest;
};

constexpr std::array<Form, 4> forms{{
    {0x00, 0x80, 1, 0x0},
    {0xC0, 0xE0, 2, 0x80},
    {0xE0, 0xF0, 3, 0x800},
    {0xF0, 0xF8, 4, 0x10000},
}};

struct Character {
    char32_t code_point = 0;
    std::size_t length = 0; // bytes; 0: malformed
};

bool is_scalar(char32_t code_point) {
    return code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

Character first_character(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    for (const Form& form : forms) {
        if ((first & form.mask) != form.first || text.size() < form.length) {
            continue;
        }
        auto code_point = static_cast<char32_t>(first & ~unsigned{form.mask});
        for (const char next : text.substr(1, form.length - 1)) {
            const auto byte = static_cast<unsigned char>(next);
            if ((byte & 0xC0U) != 0x80U) {
                return {};
            }
            code_point = (code_point << 6U) | (byte & 0x3FU);
        }
        return code_point >= form.smallest && is_scalar(code_point)
                   ? Character{code_point, form.length}
                   : Character{};
    }
    return {};
}

} // namespace

Result<std::u32string> decode_utf8(std::string_view text) {
    std::u32string characters;
    while (!text.empty()) {
        const Character character = first_character(text);
        if (character.length == 0) {
            return fail(ErrorCode::TextInvalid, "a text is not valid UTF-8");
        }
        characters.push_back(character.code_point);
        text.remove_prefix(character.length);
    }
    return characters;
}

} // namespace madoguchi::sim

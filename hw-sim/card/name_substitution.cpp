#include "hw-sim/card/name_substitution.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::sim {

namespace {

struct Variant {
    std::string_view written;
    std::string_view replacement;
};

constexpr std::array<Variant, 4> variants{{
    {"髙", "高"},
    {"﨑", "崎"},
    {"栁", "柳"},
    {"𠮷", "吉"},
}};

// Bytes of the UTF-8 character that begins with this byte.
std::size_t character_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte < 0x80) {
        return 1;
    }
    if (byte < 0xE0) {
        return 2;
    }
    return byte < 0xF0 ? 3 : 4;
}

// Of a variation selector (U+E0100 to U+E01EF) that the text begins with.
std::size_t variation_selector_length(std::string_view text) {
    const bool is_selector = text.starts_with("\xF3\xA0\x84") || text.starts_with("\xF3\xA0\x85") ||
                             text.starts_with("\xF3\xA0\x86") || text.starts_with("\xF3\xA0\x87");
    return is_selector ? 4 : 0;
}

} // namespace

SubstitutedText substitute_for_certificate(std::string_view text) {
    SubstitutedText result;
    while (!text.empty()) {
        const std::string_view character = text.substr(0, character_length(text.front()));
        const auto* const variant =
            std::find_if(variants.begin(), variants.end(),
                         [character](const Variant& v) { return v.written == character; });
        const bool is_substituted = variant != variants.end();
        text.remove_prefix(character.size());
        const std::size_t selector = variation_selector_length(text);
        text.remove_prefix(selector);
        result.text += is_substituted ? variant->replacement : character;
        result.flags += is_substituted || selector != 0 ? '1' : '0';
    }
    return result;
}

} // namespace madoguchi::sim

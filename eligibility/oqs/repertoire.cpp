#include "eligibility/oqs/repertoire.hpp"

#include "eligibility/oqs/text_encoding.hpp"
#include "eligibility/text/utf8.hpp"
#include "hal/base/contract.hpp"

#include <unicode/unistr.h>

#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

// Pairs on which registers and receipt computers agree; the first lacks a place in JIS X 0208, the
// second has one. Whatever is not here becomes ●, which asks people to look.
struct Variant {
    char32_t rare;
    char32_t common;
};
constexpr std::array variants{
    Variant{U'髙', U'高'}, Variant{U'﨑', U'崎'}, Variant{U'德', U'徳'}, Variant{U'瀨', U'瀬'},
    Variant{U'濵', U'浜'}, Variant{U'𠮷', U'吉'}, Variant{U'栁', U'柳'}, Variant{U'增', U'増'},
    Variant{U'寬', U'寛'}, Variant{U'淸', U'清'}, Variant{U'曻', U'昇'},
};
constexpr std::string_view unknown_character = "●";

std::string utf8_of(char32_t code_point) {
    std::string utf8;
    return icu::UnicodeString(static_cast<UChar32>(code_point)).toUTF8String(utf8);
}

// Variation selectors change a character's look, not which one it is.
bool is_selector(char32_t code_point) {
    return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
           (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

// CP932 is JIS X 0201, JIS X 0208 and the makers' rows 13, 89 to 92 and 115 to 119.
bool is_jis_lead(std::uint8_t lead) {
    return (lead >= 0x81 && lead <= 0x84) || (lead >= 0x88 && lead <= 0x9F) ||
           (lead >= 0xE0 && lead <= 0xEA);
}

std::string replacement_for(char32_t code_point, Repertoire repertoire) {
    if (is_selector(code_point)) {
        return {};
    }
    for (const Variant& variant : variants) {
        if (variant.rare == code_point && has_character(repertoire, variant.common)) {
            return utf8_of(variant.common);
        }
    }
    return std::string(unknown_character);
}

} // namespace

std::string_view name_of(Repertoire repertoire) noexcept {
    constexpr std::array<std::string_view, 3> names{"unicode", "cp932", "jis-x-0208"};
    return names[static_cast<std::size_t>(repertoire)];
}

bool has_character(Repertoire repertoire, char32_t code_point) {
    if (repertoire == Repertoire::Unicode || code_point < 0x80) {
        return true;
    }
    const auto bytes = encode(utf8_of(code_point), TextEncoding::ShiftJis);
    if (!bytes || repertoire == Repertoire::Cp932) {
        return bytes.has_value();
    }
    return bytes->size() == 1 || is_jis_lead(bytes->front());
}

FittedText fit(std::string_view utf8, Repertoire repertoire) {
    MADOGUCHI_EXPECTS(text::is_utf8(utf8));
    FittedText fitted;
    const icu::UnicodeString code_points = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    for (std::int32_t at = 0; at < code_points.length(); at = code_points.moveIndex32(at, 1)) {
        const auto code_point = static_cast<char32_t>(code_points.char32At(at));
        if (has_character(repertoire, code_point)) {
            fitted.text += utf8_of(code_point);
            continue;
        }
        Replacement replacement{code_point, replacement_for(code_point, repertoire)};
        fitted.text += replacement.by;
        fitted.replacements.push_back(std::move(replacement));
    }
    return fitted;
}

} // namespace madoguchi::eligibility::oqs

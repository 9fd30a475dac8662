#include "eligibility/text/utf8.hpp"

#include "hal/base/contract.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace madoguchi::eligibility::text {

namespace {

constexpr char32_t voiced_mark = 0x3099;
constexpr char32_t half_voiced_mark = 0x309A;
constexpr char32_t table_size = 0x10000;

const icu::Normalizer2& nfkc() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFKCInstance(status);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    return *instance;
}

bool is_compatibility_ideograph(char32_t point) {
    return (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x2F800 && point <= 0x2FA1F);
}

// The one character that a character becomes, when it becomes one whatever stands before it; 0 when
// that takes ICU's whole algorithm.
char32_t lone_form(char32_t point) {
    const icu::Normalizer2& normalizer = nfkc();
    const auto code = static_cast<UChar32>(point);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString form = normalizer.normalize(icu::UnicodeString(code), status);
    const bool alone = U_SUCCESS(status) && form.countChar32() == 1 &&
                       normalizer.hasBoundaryBefore(code) &&
                       normalizer.hasBoundaryBefore(form.char32At(0));
    return alone ? static_cast<char32_t>(form.char32At(0)) : 0;
}

std::vector<char32_t> make_lone_forms() {
    std::vector<char32_t> forms(table_size);
    for (char32_t point = 1; point < table_size; ++point) {
        forms[point] = U_IS_SURROGATE(point) ? 0 : lone_form(point);
    }
    return forms;
}

// Asked once for each character of the first plane: going through ICU for each text is ten times
// slower, and a bulk check compares millions.
char32_t quick_form(char32_t point) {
    static const std::vector<char32_t> forms = make_lone_forms();
    return point < table_size ? forms[point] : lone_form(point);
}

// The combining mark that a mark becomes, 0 for anything else.
char32_t kana_mark(char32_t point) {
    switch (point) {
    case 0xFF9E:
    case voiced_mark:
        return voiced_mark;
    case 0xFF9F:
    case half_voiced_mark:
        return half_voiced_mark;
    default:
        return 0;
    }
}

// Joins a mark with the kana before it, as in half-width text. False: they do not join.
bool join_mark(std::u32string& points, char32_t mark) {
    const UChar32 joined = points.empty() ? -1
                                          : nfkc().composePair(static_cast<UChar32>(points.back()),
                                                               static_cast<UChar32>(mark));
    if (joined >= 0) {
        points.back() = static_cast<char32_t>(joined);
    }
    return joined >= 0;
}

// Nothing when the text holds a character that takes the whole algorithm.
std::optional<std::u32string> quick_code_points(std::string_view text, Ideographs ideographs) {
    std::u32string points;
    points.reserve(text.size());
    const auto length = static_cast<std::int32_t>(text.size());
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t at = 0; at < length;) {
        UChar32 code = 0;
        U8_NEXT_OR_FFFD(bytes, at, length, code);
        const auto point = static_cast<char32_t>(code);
        if (ideographs == Ideographs::Keep && is_compatibility_ideograph(point)) {
            points.push_back(point);
        } else if (const char32_t mark = kana_mark(point); mark != 0) {
            if (!join_mark(points, mark)) {
                return std::nullopt;
            }
        } else if (const char32_t form = quick_form(point); form != 0) {
            points.push_back(form);
        } else {
            return std::nullopt;
        }
    }
    return points;
}

} // namespace

bool is_utf8(std::string_view text) {
    MADOGUCHI_EXPECTS(text.size() <= std::numeric_limits<std::int32_t>::max());
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    UChar32 code = 0;
    for (std::int32_t at = 0; at < length && code >= 0;) {
        U8_NEXT(bytes, at, length, code);
    }
    return code >= 0;
}

std::u32string nfkc_code_points(std::string_view text, Ideographs ideographs) {
    MADOGUCHI_EXPECTS(text.size() <= std::numeric_limits<std::int32_t>::max());
    if (auto points = quick_code_points(text, ideographs)) {
        return std::move(*points);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    const icu::UnicodeString normal = nfkc().normalize(icu::UnicodeString::fromUTF8(piece), status);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    std::u32string points;
    for (std::int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1)) {
        points.push_back(static_cast<char32_t>(normal.char32At(at)));
    }
    return points;
}

char32_t unified_ideograph(char32_t point) noexcept {
    if (!is_compatibility_ideograph(point)) {
        return point;
    }
    const char32_t form = quick_form(point);
    return form == 0 ? point : form;
}

char32_t plain_capital(char32_t point) noexcept {
    constexpr char32_t latin_end = 0x250;
    if (point < U'a' || point >= latin_end) {
        return point;
    }
    if (point <= U'z') {
        return point - (U'a' - U'A');
    }
    icu::UnicodeString parts;
    const bool composed = nfkc().getDecomposition(static_cast<UChar32>(point), parts) != 0;
    const UChar32 letter = composed ? parts.char32At(0) : static_cast<UChar32>(point);
    return static_cast<char32_t>(u_toupper(letter));
}

std::string to_utf8(std::u32string_view points) {
    std::string text;
    icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(points.data()),
                                  static_cast<std::int32_t>(points.size()))
        .toUTF8String(text);
    return text;
}

} // namespace madoguchi::eligibility::text

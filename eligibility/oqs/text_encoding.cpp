#include "eligibility/oqs/text_encoding.hpp"

#include "eligibility/oqs/cp932.hpp"
#include "eligibility/text/utf8.hpp"
#include "hal/base/contract.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t declaration_limit = 200;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Stops at what has no counterpart instead of putting a substitute there.
Converter strict_cp932() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("windows-31j", &status), &ucnv_close);
    MADOGUCHI_ENSURES(U_SUCCESS(status)); // part of ICU's data
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    ucnv_setFallback(converter.get(), 0);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    return converter;
}

} // namespace

std::optional<std::string> cp932_to_utf8(std::string_view bytes) {
    const Converter converter = strict_cp932();
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                  converter.get(), status);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    std::string utf8;
    return text.toUTF8String(utf8);
}

namespace {

// Characters of JIS X 0208 that other tables spell with another code point than CP932 does.
char16_t as_cp932_spells_it(char16_t unit) {
    struct Spelling {
        char16_t other;
        char16_t cp932;
    };
    constexpr std::array spellings{
        Spelling{u'\u301C', u'\uFF5E'}, Spelling{u'\u2212', u'\uFF0D'},
        Spelling{u'\u2016', u'\u2225'}, Spelling{u'\u2014', u'\u2015'},
        Spelling{u'\u00A2', u'\uFFE0'}, Spelling{u'\u00A3', u'\uFFE1'},
        Spelling{u'\u00AC', u'\uFFE2'},
    };
    for (const Spelling& spelling : spellings) {
        if (spelling.other == unit) {
            return spelling.cp932;
        }
    }
    return unit;
}

Result<Bytes> utf8_to_cp932(std::string_view utf8) {
    const icu::StringPiece piece(utf8.data(), static_cast<std::int32_t>(utf8.size()));
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(piece);
    for (std::int32_t at = 0; at < text.length(); ++at) {
        text.setCharAt(at, as_cp932_spells_it(text.charAt(at)));
    }
    const Converter converter = strict_cp932();
    Bytes bytes(static_cast<std::size_t>(
        UCNV_GET_MAX_BYTES_FOR_STRING(text.length(), ucnv_getMaxCharSize(converter.get()))));
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size =
        text.extract(reinterpret_cast<char*>(bytes.data()), static_cast<std::int32_t>(bytes.size()),
                     converter.get(), status);
    if (U_FAILURE(status)) {
        return fail(ErrorCode::TextInvalid,
                    "a character has no place in Shift_JIS (CP932); write UTF-8 instead");
    }
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

// What the XML declaration names; empty when there is none or it names nothing.
std::string declared_name(std::string_view file) {
    const std::string_view head = file.substr(0, declaration_limit);
    if (!head.starts_with("<?xml")) {
        return {};
    }
    const std::string_view declaration = head.substr(0, head.find("?>"));
    const std::size_t attribute = declaration.find("encoding=");
    if (attribute == std::string_view::npos) {
        return {};
    }
    const std::string_view value = declaration.substr(attribute + 9);
    const std::size_t end = value.empty() ? 0 : value.find(value.front(), 1);
    return end == std::string_view::npos || end == 0 ? std::string("?")
                                                     : lower_case(value.substr(1, end - 1));
}

std::optional<TextEncoding> encoding_called(std::string_view name) {
    constexpr std::array<std::string_view, 2> utf8_names{"utf-8", "utf8"};
    constexpr std::array<std::string_view, 7> cp932_names{
        "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms932"};
    if (std::find(utf8_names.begin(), utf8_names.end(), name) != utf8_names.end()) {
        return TextEncoding::Utf8;
    }
    if (std::find(cp932_names.begin(), cp932_names.end(), name) != cp932_names.end()) {
        return TextEncoding::ShiftJis;
    }
    return std::nullopt;
}

// Japanese CP932 text is never valid UTF-8 by chance; what is, was labelled wrongly and would come
// out as other characters.
bool is_mislabelled_utf8(std::string_view bytes) {
    const bool has_three_byte_lead = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xF0U) == 0xE0U;
    });
    return has_three_byte_lead && text::is_utf8(bytes);
}

Result<std::string> decode_as(TextEncoding encoding, std::string_view bytes) {
    if (encoding == TextEncoding::Utf8) {
        if (!text::is_utf8(bytes)) {
            return fail(ErrorCode::AnswerUnreadable,
                        "the file says UTF-8 and holds other bytes; check the encoding setting of "
                        "the linking application");
        }
        return std::string(bytes);
    }
    auto decoded = is_mislabelled_utf8(bytes) ? std::nullopt : cp932_to_utf8(bytes);
    if (!decoded) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file says Shift_JIS and holds other bytes; check the encoding setting of "
                    "the linking application");
    }
    return std::move(*decoded);
}

Result<DecodedText> decode_undeclared(std::string_view bytes) {
    if (text::is_utf8(bytes)) {
        return DecodedText{std::string(bytes), TextEncoding::Utf8, EncodingEvidence::Content, {}};
    }
    if (auto decoded = cp932_to_utf8(bytes)) {
        return DecodedText{
            std::move(*decoded), TextEncoding::ShiftJis, EncodingEvidence::Content, {}};
    }
    return fail(ErrorCode::AnswerUnreadable,
                "the file declares no encoding and is neither UTF-8 nor Shift_JIS");
}

} // namespace

std::string_view name_of(TextEncoding encoding) noexcept {
    return encoding == TextEncoding::Utf8 ? "UTF-8" : "Shift_JIS";
}

std::string_view name_of(EncodingEvidence evidence) noexcept {
    switch (evidence) {
    case EncodingEvidence::ByteOrderMark:
        return "byte-order-mark";
    case EncodingEvidence::Declaration:
        return "declaration";
    case EncodingEvidence::Content:
        return "content";
    }
    return "?";
}

Result<DecodedText> decode(ByteView file) {
    std::string_view bytes(reinterpret_cast<const char*>(file.data()), file.size());
    const bool marked = bytes.starts_with(utf8_mark);
    bytes.remove_prefix(marked ? utf8_mark.size() : 0);
    const std::string name = declared_name(bytes);
    const auto declared = encoding_called(name);
    if (marked) {
        return DecodedText{MADOGUCHI_TRY(decode_as(TextEncoding::Utf8, bytes)), TextEncoding::Utf8,
                           EncodingEvidence::ByteOrderMark, declared};
    }
    if (name.empty()) {
        return decode_undeclared(bytes);
    }
    if (!declared) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file declares an encoding that is neither UTF-8 nor Shift_JIS");
    }
    return DecodedText{MADOGUCHI_TRY(decode_as(*declared, bytes)), *declared,
                       EncodingEvidence::Declaration, declared};
}

Result<Bytes> encode(std::string_view utf8, TextEncoding encoding) {
    if (!text::is_utf8(utf8)) {
        return fail(ErrorCode::TextInvalid, "the text to be written is not UTF-8");
    }
    if (encoding == TextEncoding::ShiftJis) {
        return utf8_to_cp932(utf8);
    }
    return to_bytes(as_bytes(utf8));
}

} // namespace madoguchi::eligibility::oqs

// The two encodings of OQS files. "Shift_JIS" means CP932, as in every known implementation.
// Source: eligibility interface notes, section 3.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

enum class TextEncoding : std::uint8_t { Utf8, ShiftJis };

// "UTF-8", "Shift_JIS": as the XML declaration spells them.
[[nodiscard]] std::string_view name_of(TextEncoding encoding) noexcept;

// How a file's encoding was found.
enum class EncodingEvidence : std::uint8_t { ByteOrderMark, Declaration, Content };

// "byte-order-mark", "declaration", "content".
[[nodiscard]] std::string_view name_of(EncodingEvidence evidence) noexcept;

struct DecodedText {
    std::string text; // UTF-8, without byte order mark
    TextEncoding encoding = TextEncoding::Utf8;
    EncodingEvidence evidence = EncodingEvidence::Content;
    // What the XML declaration says, when it says something; a byte order mark overrules it.
    std::optional<TextEncoding> declared;
};

// Decides by byte order mark, then by XML declaration, then by what decodes strictly. What is
// declared and does not decode is refused, not guessed at. Errors: AnswerUnreadable.
[[nodiscard]] Result<DecodedText> decode(ByteView file);

// UTF-8 text in that encoding. Errors: TextInvalid when a character has no place in it (silent
// loss is forbidden) or the text is not UTF-8.
[[nodiscard]] Result<Bytes> encode(std::string_view utf8, TextEncoding encoding);

} // namespace madoguchi::eligibility::oqs

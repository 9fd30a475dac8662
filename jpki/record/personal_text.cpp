#include "jpki/record/personal_text.hpp"

#include "hal/base/printable.hpp"

namespace madoguchi::jpki {

namespace {

// Well-formed UTF-8 without control characters.
bool is_printable_utf8(ByteView encoded) {
    std::string text = as_text(encoded);
    std::erase(text, '"'); // harmless here, although a log line replaces it
    std::string clean = printable(text, text.size());
    const bool unchanged = clean == text;
    wipe(text);
    wipe(clean);
    return unchanged;
}

} // namespace

Result<PersonalText> PersonalText::from_utf8(ByteView encoded) {
    if (!is_printable_utf8(encoded)) {
        return fail(ErrorCode::TextInvalid, "a text of the card is not printable UTF-8");
    }
    return PersonalText(encoded);
}

std::string_view PersonalText::reveal() const noexcept {
    const ByteView bytes = content_.reveal();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace madoguchi::jpki

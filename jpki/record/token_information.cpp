#include "jpki/record/token_information.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::jpki {

namespace {

constexpr std::size_t label_size = 32;
constexpr std::size_t model_offset = 64;
constexpr std::size_t model_size = 16;

struct Label {
    std::string_view text;
    TokenKind kind;
};

constexpr std::array<Label, 5> labels{{
    {"JPKIAPICCTOKEN2", TokenKind::MyNumberCard},
    {"JPKIAPICCTOKEN3", TokenKind::NextGenerationCard},
    {"JPKIAPICCTOKEN", TokenKind::ResidentRegistryCard},
    {"JPKIAPGPSETOKEN", TokenKind::AndroidPhone},
    {"JPKIAPIOSTOKEN", TokenKind::Iphone},
}};

// A field padded with spaces (or zeros) at its end.
Result<std::string> text_field(ByteView field) {
    std::string text = as_text(field);
    const auto last = text.find_last_not_of(std::string_view(" \0", 2));
    text.resize(last == std::string::npos ? 0 : last + 1);
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; })) {
        return fail(ErrorCode::TextInvalid, "the token information holds unprintable text");
    }
    return text;
}

} // namespace

std::string_view name_of(TokenKind kind) noexcept {
    switch (kind) {
    case TokenKind::MyNumberCard:
        return "my-number-card";
    case TokenKind::NextGenerationCard:
        return "next-generation-card";
    case TokenKind::ResidentRegistryCard:
        return "resident-registry-card";
    case TokenKind::AndroidPhone:
        return "android-phone";
    case TokenKind::Iphone:
        return "iphone";
    case TokenKind::Unknown:
        return "unknown";
    }
    return "?";
}

Result<TokenInformation> parse_token_information(ByteView file) {
    if (file.size() != TokenInformation::file_size) {
        return fail(ErrorCode::LengthInvalid, "the token information has not its fixed length");
    }
    const std::string label = MADOGUCHI_TRY(text_field(file.first(label_size)));
    const auto* const found = std::find_if(
        labels.begin(), labels.end(), [&label](const Label& known) { return known.text == label; });
    std::string model = MADOGUCHI_TRY(text_field(file.subspan(model_offset, model_size)));
    return TokenInformation{found == labels.end() ? TokenKind::Unknown : found->kind,
                            std::move(model)};
}

} // namespace madoguchi::jpki

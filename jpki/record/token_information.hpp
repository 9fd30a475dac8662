// EF 0006 of 公的個人認証AP: a PKCS #11 CK_TOKEN_INFO image of 160 bytes (card-interface reference,
// section 5.1).
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::jpki {

// What kind of token says so in its label.
enum class TokenKind : std::uint8_t {
    MyNumberCard,         // マイナンバーカード: JPKIAPICCTOKEN2
    NextGenerationCard,   // 次期個人番号カード, provisional: JPKIAPICCTOKEN3 (decision 12)
    ResidentRegistryCard, // 住基カード, the predecessor: JPKIAPICCTOKEN
    AndroidPhone,         // スマホ用電子証明書: JPKIAPGPSETOKEN
    Iphone,               // JPKIAPIOSTOKEN
    Unknown,              // has the application, and calls itself by a name not known here
};

// "my-number-card", "next-generation-card", "resident-registry-card", "android-phone", "iphone",
// "unknown".
[[nodiscard]] std::string_view name_of(TokenKind kind) noexcept;

struct TokenInformation {
    static constexpr std::size_t file_size = 160;
    // Label, manufacturer and model; behind them the token's serial number begins.
    static constexpr std::size_t size_before_serial = 80;

    TokenKind kind{};
    std::string model; // printable ASCII; names a chip generation, not a person
};

// Errors: LengthInvalid, TextInvalid.
[[nodiscard]] Result<TokenInformation> parse_token_information(ByteView file);

} // namespace madoguchi::jpki

// Where things stand on the card (card-interface reference, sections 1 and 5 to 8). Only what this
// project reads has a name here: the individual number (個人番号) and the signature key with its
// password (署名用) have none, so nothing can reach them.
#pragma once

#include "apdu/identifiers.hpp"

namespace madoguchi::jpki::file_map {

using apdu::Aid;
using apdu::FileId;
using apdu::ShortFileId;

// 公的個人認証AP
namespace public_key_service {
inline constexpr Aid application{
    std::array<std::uint8_t, 10>{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01}};
inline constexpr ShortFileId token_information{0x06};
inline constexpr ShortFileId user_authentication_certificate{0x0A}; // 利用者証明用電子証明書
inline constexpr ShortFileId issuer_certificate{0x0B};              // 利用者証明用CA証明書
inline constexpr FileId user_authentication_key{0x0017};            // 利用者証明用秘密鍵
inline constexpr FileId user_authentication_pin{0x0018}; // 利用者証明用暗証番号
} // namespace public_key_service

// 券面事項入力補助AP
namespace input_support {
inline constexpr Aid application{
    std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08}};
inline constexpr ShortFileId basic_four{0x02}; // 基本4情報
inline constexpr ShortFileId signature{0x03};
inline constexpr ShortFileId data_signing_certificate{0x04}; // CV証明書
inline constexpr ShortFileId presence_key{0x07};             // 内部認証用公開鍵
inline constexpr FileId pin{0x0011};      // 券面事項入力補助用暗証番号
inline constexpr FileId number_b{0x0015}; // 照合番号B
} // namespace input_support

// 券面事項確認AP
namespace surface {
inline constexpr Aid application{
    std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02}};
inline constexpr ShortFileId record{0x02};                   // 券面事項
inline constexpr ShortFileId data_signing_certificate{0x04}; // CV証明書
inline constexpr FileId number_b{0x0012};                    // 照合番号B
} // namespace surface

// 共通カードAP
namespace common_card {
inline constexpr Aid application{
    std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00}};
inline constexpr ShortFileId card_record{0x01};
inline constexpr std::uint8_t card_record_number = 1;
} // namespace common_card

} // namespace madoguchi::jpki::file_map

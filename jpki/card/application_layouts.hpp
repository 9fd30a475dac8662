// What the applications of a card are made of: the shape of a row of card_layout.hpp. Only what
// this project reads has a name here: the individual number (個人番号) and the signature key with
// its password (署名用) have none, so nothing can reach them.
#pragma once

#include "apdu/transparent_file.hpp"

namespace madoguchi::jpki {

// Caps on what a file's header may state, far above any real file and far below trouble.
inline constexpr std::size_t largest_certificate = 4096;
inline constexpr std::size_t largest_record = 2048;
inline constexpr std::size_t largest_surface_record = 24576;

// What the card is given to sign (COMPUTE DIGITAL SIGNATURE, 80 2A).
enum class SigningInput : std::uint8_t {
    Sha256DigestInfo, // it pads and signs what it is given
    Message,          // it makes the digest itself
};

struct SigningForm {
    std::uint8_t p1;
    SigningInput input;
};

// 公的個人認証AP
struct PublicKeyServiceLayout {
    apdu::Aid application;
    apdu::ShortFileId token_information;
    apdu::ShortFileId certificate_presence;
    apdu::ObjectFile user_authentication_certificate; // 利用者証明用電子証明書
    apdu::ObjectFile issuer_certificate;              // 利用者証明用CA証明書
    apdu::FileId user_authentication_key;             // 利用者証明用秘密鍵
    apdu::FileId user_authentication_pin;             // 利用者証明用暗証番号
    std::size_t pin_digits;
    SigningForm signing;
};

// 券面事項入力補助AP
struct InputSupportLayout {
    apdu::Aid application;
    apdu::ObjectFile basic_four; // 基本4情報
    apdu::ObjectFile signature;
    apdu::ObjectFile data_signing_certificate; // CV証明書
    apdu::ObjectFile presence_key;             // 内部認証用公開鍵
    apdu::FileId pin;                          // 券面事項入力補助用暗証番号
    std::size_t pin_digits;
    apdu::FileId number_b; // 照合番号B
    SigningForm signing;
};

// 券面事項確認AP
struct SurfaceLayout {
    apdu::Aid application;
    apdu::ObjectFile record;                   // 券面事項
    apdu::ObjectFile data_signing_certificate; // CV証明書
    apdu::FileId number_b;                     // 照合番号B
    SigningForm signing;
};

// 券面等AP of the next generation: card face and basic four items in one
struct CardDataLayout {
    apdu::Aid application;
    apdu::ObjectFile record; // 券面事項
    apdu::ObjectFile basic_four;
    apdu::ObjectFile data_signing_certificate;
    apdu::ObjectFile basic_four_signature;
    apdu::FileId number; // 照合番号
    SigningForm signing;
};

// 共通カードAP
struct CommonCardLayout {
    apdu::Aid application;
    apdu::ShortFileId card_record;
    std::uint8_t card_record_number;
};

} // namespace madoguchi::jpki

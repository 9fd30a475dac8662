// Where things stand on a card, as data: one table row per card system (card-interface reference,
// sections 1 and 5 to 8). Only what this project reads has a name here: the individual number
// (個人番号) and the signature key with its password (署名用) have none, so nothing can reach them.
#pragma once

#include "apdu/transparent_file.hpp"

namespace madoguchi::jpki {

// Caps on what a file's header may state, far above any real file and far below trouble.
inline constexpr std::size_t largest_certificate = 4096;
inline constexpr std::size_t largest_record = 2048;
inline constexpr std::size_t largest_surface_record = 24576;

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
};

// 券面事項確認AP
struct SurfaceLayout {
    apdu::Aid application;
    apdu::ObjectFile record;                   // 券面事項
    apdu::ObjectFile data_signing_certificate; // CV証明書
    apdu::FileId number_b;                     // 照合番号B
};

// 共通カードAP
struct CommonCardLayout {
    apdu::Aid application;
    apdu::ShortFileId card_record;
    std::uint8_t card_record_number;
};

struct CardLayout {
    PublicKeyServiceLayout public_key_service;
    InputSupportLayout input_support;
    SurfaceLayout surface;
    CommonCardLayout common_card;
    apdu::Aid driving_licence;        // マイナ免許証, on the cards of those who asked for it
    apdu::Aid issuer_security_domain; // current after power-on: no application
};

// The first read tells how long it is.
[[nodiscard]] constexpr apdu::ObjectFile certificate_file(std::uint8_t id) {
    return {apdu::ShortFileId(id), 256, largest_certificate};
}

// The card in use since 2016. Its predecessor (住基カード) and phones carry the first application
// alone, laid out the same.
inline constexpr CardLayout current_card{
    .public_key_service{
        .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01,
                                                              0x00, 0x00, 0x00, 0x01}),
        .token_information = apdu::ShortFileId(0x06),
        .certificate_presence = apdu::ShortFileId(0x08),
        .user_authentication_certificate = certificate_file(0x0A),
        .issuer_certificate = certificate_file(0x0B),
        .user_authentication_key = apdu::FileId(0x0017),
        .user_authentication_pin = apdu::FileId(0x0018),
        .pin_digits = 4,
    },
    .input_support{
        .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00,
                                                              0x01, 0x01, 0x04, 0x08}),
        .basic_four{apdu::ShortFileId(0x02), 192, largest_record, 0xFF20},
        .signature{apdu::ShortFileId(0x03), 336, largest_record},
        .data_signing_certificate{apdu::ShortFileId(0x04), 568, largest_record},
        .presence_key{apdu::ShortFileId(0x07), 536, largest_record},
        .pin = apdu::FileId(0x0011),
        .pin_digits = 4,
        .number_b = apdu::FileId(0x0015),
    },
    .surface{
        .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00,
                                                              0x01, 0x01, 0x04, 0x02}),
        .record{apdu::ShortFileId(0x02), 256, largest_surface_record},
        .data_signing_certificate{apdu::ShortFileId(0x04), 568, largest_record},
        .number_b = apdu::FileId(0x0012),
    },
    .common_card{
        .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00,
                                                              0x01, 0x01, 0x01, 0x00}),
        .card_record = apdu::ShortFileId(0x01),
        .card_record_number = 1,
    },
    .driving_licence = apdu::Aid(std::array<std::uint8_t, 16>{0xA0, 0x00, 0x00, 0x02, 0x31, 0x06}),
    .issuer_security_domain =
        apdu::Aid(std::array<std::uint8_t, 7>{0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00}),
};

} // namespace madoguchi::jpki

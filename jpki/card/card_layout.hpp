// Where things stand on a card, as data: one row per card system (card-interface reference,
// sections 1, 5 to 8 and 12).
#pragma once

#include "jpki/card/application_layouts.hpp"
#include "jpki/record/token_information.hpp"

#include <optional>

namespace madoguchi::jpki {

struct CardLayout {
    TokenKind token; // whose row this is
    PublicKeyServiceLayout public_key_service;
    std::optional<InputSupportLayout> input_support;
    std::optional<SurfaceLayout> surface;
    std::optional<CommonCardLayout> common_card;
    std::optional<CardDataLayout> card_data; // in place of the three above
    apdu::Aid driving_licence;        // マイナ免許証, on the cards of those who asked for it
    apdu::Aid issuer_security_domain; // current after power-on: no application
    bool is_provisional;              // invented here until a specification is public
};

// The first read tells how long it is.
[[nodiscard]] constexpr apdu::ObjectFile certificate_file(std::uint8_t id) {
    return {apdu::ShortFileId(id), 256, largest_certificate};
}

inline constexpr SigningForm digest_info_form{0x00, SigningInput::Sha256DigestInfo};
inline constexpr SigningForm message_form{0x03, SigningInput::Message};

// The card in use since 2016. Its predecessor (住基カード) and phones carry the first application
// alone, laid out the same.
inline constexpr CardLayout current_card{
    .token = TokenKind::MyNumberCard,
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
        .signing = digest_info_form,
    },
    .input_support =
        InputSupportLayout{
            .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31,
                                                                  0x00, 0x01, 0x01, 0x04, 0x08}),
            .basic_four{apdu::ShortFileId(0x02), 192, largest_record, 0xFF20},
            .signature{apdu::ShortFileId(0x03), 336, largest_record},
            .data_signing_certificate{apdu::ShortFileId(0x04), 568, largest_record},
            .presence_key{apdu::ShortFileId(0x07), 536, largest_record},
            .pin = apdu::FileId(0x0011),
            .pin_digits = 4,
            .number_b = apdu::FileId(0x0015),
            .signing = digest_info_form,
        },
    .surface =
        SurfaceLayout{
            .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31,
                                                                  0x00, 0x01, 0x01, 0x04, 0x02}),
            .record{apdu::ShortFileId(0x02), 256, largest_surface_record},
            .data_signing_certificate{apdu::ShortFileId(0x04), 568, largest_record},
            .number_b = apdu::FileId(0x0012),
            .signing = digest_info_form,
        },
    .common_card =
        CommonCardLayout{
            .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31,
                                                                  0x00, 0x01, 0x01, 0x01, 0x00}),
            .card_record = apdu::ShortFileId(0x01),
            .card_record_number = 1,
        },
    .card_data = std::nullopt,
    .driving_licence = apdu::Aid(std::array<std::uint8_t, 16>{0xA0, 0x00, 0x00, 0x02, 0x31, 0x06}),
    .issuer_security_domain =
        apdu::Aid(std::array<std::uint8_t, 7>{0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00}),
    .is_provisional = false,
};

// The next generation (次期個人番号カード), provisional: no public APDU specification exists, so
// its identifiers and files are invented (docs/decisions/0012-next-generation-card.md).
inline constexpr CardLayout next_generation_card{
    .token = TokenKind::NextGenerationCard,
    .public_key_service{
        .application = current_card.public_key_service.application,
        .token_information = current_card.public_key_service.token_information,
        .certificate_presence = current_card.public_key_service.certificate_presence,
        .user_authentication_certificate = certificate_file(0x0A),
        .issuer_certificate = certificate_file(0x0B),
        .user_authentication_key = apdu::FileId(0x0017),
        .user_authentication_pin = apdu::FileId(0x0018),
        .pin_digits = 4,
        .signing = message_form,
    },
    .input_support = std::nullopt,
    .surface = std::nullopt,
    .common_card = std::nullopt,
    .card_data =
        CardDataLayout{
            .application = apdu::Aid(std::array<std::uint8_t, 10>{0xD3, 0x92, 0x10, 0x00, 0x31,
                                                                  0x00, 0x01, 0x01, 0x05, 0x01}),
            .record{apdu::ShortFileId(0x02), 256, largest_surface_record},
            .basic_four{apdu::ShortFileId(0x03), 192, largest_record, 0xFF20},
            .data_signing_certificate{apdu::ShortFileId(0x04), 280, largest_record},
            .basic_four_signature{apdu::ShortFileId(0x05), 168, largest_record},
            .number = apdu::FileId(0x0012),
            .signing = message_form,
        },
    .driving_licence = current_card.driving_licence,
    .issuer_security_domain = current_card.issuer_security_domain,
    .is_provisional = true,
};

// Cards are told apart after this application is selected, by what the token calls itself.
static_assert(next_generation_card.public_key_service.application ==
              current_card.public_key_service.application);

// The predecessor, phones and tokens of an unknown name are laid out as the card in circulation.
[[nodiscard]] constexpr const CardLayout& layout_of(TokenKind token) noexcept {
    return token == next_generation_card.token ? next_generation_card : current_card;
}

} // namespace madoguchi::jpki

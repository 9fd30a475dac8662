// Everything that a token tells without a number, for diagnostics (`madoguchi card info`).
#pragma once

#include "jpki/card/card_objects.hpp"
#include "jpki/record/certificate_presence.hpp"

#include <optional>
#include <string_view>

namespace madoguchi::jpki {

enum class ExtendedLength : std::uint8_t {
    Accepted,
    Refused,  // by the card, with 6700; or answers were cut on the way
    NotTried, // the reader does not carry it
};

// "accepted", "refused", "not-tried".
[[nodiscard]] std::string_view name_of(ExtendedLength answer) noexcept;

struct CardSurvey {
    std::optional<CertificatePresence> certificates; // absent: the token has no such file
    ExtendedLength extended_length{};
    bool has_input_support = false;   // 券面事項入力補助AP
    bool has_surface = false;         // 券面事項確認AP
    bool has_common_card = false;     // 共通カードAP
    bool has_card_data = false;       // 券面等AP
    bool has_driving_licence = false; // マイナ免許証
    CardObjects objects;
};

// Asks for the applications that the layout knows. Ends the use of every application object.
// Errors: as ApduChannel::exchange.
[[nodiscard]] Result<CardSurvey> survey_card(CardSession& session, const CardLayout& layout,
                                             Deadline deadline);

} // namespace madoguchi::jpki

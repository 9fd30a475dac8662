// What the card says of itself as a whole, outside every application: GET DATA at the issuer
// security domain (card-interface reference, section 4.6). Not signed; for diagnostics.
#pragma once

#include "jpki/card/card_layout.hpp"
#include "jpki/card/card_session.hpp"
#include "jpki/record/date.hpp"

#include <optional>
#include <string>

namespace madoguchi::jpki {

// Each is absent where the card does not give it, or gives something else than is expected.
struct CardObjects {
    std::optional<std::string> card_number;       // CIN; names this one card: personal
    std::optional<std::string> municipality_code; // 市区町村コード: 5 digits
    std::optional<CivilDate> card_expiry;         // 有効期限
    std::optional<Bytes> contact_answer_to_reset; // without its first byte; told over the air too
    bool has_lower_certificate = false;           // 7F21, missing on older cards
};

// Ends the use of every application object. Errors: as ApduChannel::exchange.
[[nodiscard]] Result<CardObjects> read_card_objects(CardSession& session, const CardLayout& layout,
                                                    Deadline deadline);

} // namespace madoguchi::jpki

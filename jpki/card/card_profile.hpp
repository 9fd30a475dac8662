// What this token is and can do, found by asking it.
#pragma once

#include "jpki/record/token_information.hpp"

namespace madoguchi::jpki {

struct CardProfile {
    TokenInformation token;
    bool has_input_support = false; // 券面事項入力補助AP
    bool has_surface = false;       // 券面事項確認AP
    bool has_common_card = false;   // 共通カードAP

    // A whole current My Number card: what a reception by face needs.
    [[nodiscard]] bool has_card_face() const noexcept { return has_input_support && has_surface; }
};

} // namespace madoguchi::jpki

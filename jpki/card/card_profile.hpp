// What is known of a token once it is recognised, without further questions to it.
#pragma once

#include "jpki/card/card_layout.hpp"
#include "jpki/card/front_number.hpp"

namespace madoguchi::jpki {

struct CardProfile {
    TokenInformation token;

    [[nodiscard]] const CardLayout& layout() const noexcept { return layout_of(token.kind); }
    [[nodiscard]] FrontNumberKind front_number() const noexcept {
        return layout().card_data ? FrontNumberKind::VerificationNumber : FrontNumberKind::NumberB;
    }

    // Phones and the predecessor carry 公的個人認証AP alone. For a label not known here the
    // applications themselves decide: what is missing is said when it is selected, and what is read
    // must prove itself anyway.
    [[nodiscard]] bool may_have_card_face() const noexcept {
        return token.kind == TokenKind::MyNumberCard || token.kind == TokenKind::Unknown ||
               token.kind == TokenKind::NextGenerationCard;
    }
};

} // namespace madoguchi::jpki

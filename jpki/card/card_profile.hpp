// What is known of a token once it is recognised, without further questions to it.
#pragma once

#include "jpki/record/token_information.hpp"

namespace madoguchi::jpki {

struct CardProfile {
    TokenInformation token;

    // Phones and the predecessor carry 公的個人認証AP alone. For a label not known here the
    // applications themselves decide: what is missing is said when it is selected, and what is read
    // must prove itself anyway.
    [[nodiscard]] bool may_have_card_face() const noexcept {
        return token.kind == TokenKind::MyNumberCard || token.kind == TokenKind::Unknown;
    }
};

} // namespace madoguchi::jpki

// Kinds of cards and tokens in words for people at a command line.
#pragma once

#include "hal/base/error.hpp"
#include "jpki/card/card_layout.hpp"
#include "jpki/card/foreign_card.hpp"

namespace madoguchi::cli {

[[nodiscard]] std::string_view in_words(jpki::TokenKind kind) noexcept;
// What a person should know of cards of this kind; empty where there is nothing to say.
[[nodiscard]] std::string_view remark_on(jpki::TokenKind kind) noexcept;

[[nodiscard]] std::string_view in_words(jpki::ForeignCardKind kind) noexcept;

// "this is a driving licence …, not a My Number card".
[[nodiscard]] StaticText instead_of_a_my_number_card(jpki::ForeignCardKind kind) noexcept;

} // namespace madoguchi::cli

// Kinds of cards and tokens in words for people at a command line.
#pragma once

#include "hal/base/error.hpp"
#include "jpki/card/foreign_card.hpp"
#include "jpki/record/token_information.hpp"

namespace madoguchi::cli {

[[nodiscard]] std::string_view in_words(jpki::TokenKind kind) noexcept;
[[nodiscard]] std::string_view in_words(jpki::ForeignCardKind kind) noexcept;

// "this is a driving licence …, not a My Number card".
[[nodiscard]] StaticText instead_of_a_my_number_card(jpki::ForeignCardKind kind) noexcept;

} // namespace madoguchi::cli

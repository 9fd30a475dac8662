// Asking for the numbers that open a card, with the tries left shown before.
#pragma once

#include "jpki/card/myna_card.hpp"

namespace madoguchi::cli {

// Errors: EntryInvalid (not the right digits; nothing was sent), and as ask_secret.
[[nodiscard]] Result<jpki::FrontNumber> ask_front_number(jpki::FrontNumberKind kind,
                                                         apdu::RetryCounter tries_left);
// `name` says which of the card's PINs is meant.
[[nodiscard]] Result<apdu::Pin> ask_pin(std::string_view name, apdu::RetryCounter tries_left);
// A PIN that costs no try because it is not presented yet.
[[nodiscard]] Result<apdu::Pin> ask_pin(std::string_view prompt);

} // namespace madoguchi::cli

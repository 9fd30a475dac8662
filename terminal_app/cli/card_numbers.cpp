#include "terminal_app/cli/card_numbers.hpp"

#include "terminal_app/cli/prompt.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

std::string_view front_number_in_words(jpki::FrontNumberKind kind) {
    return kind == jpki::FrontNumberKind::NumberB ? "照合番号B: birth date YYMMDD in the era's "
                                                    "years, expiry year YYYY, 4-digit code on "
                                                    "the front"
                                                  : "照合番号: 6 digits on the card";
}

} // namespace

Result<jpki::FrontNumber> ask_front_number(jpki::FrontNumberKind kind,
                                           apdu::RetryCounter tries_left) {
    return jpki::front_number_from(
        kind, MADOGUCHI_TRY(ask_secret(fmt::format("{}; {} tries left", front_number_in_words(kind),
                                                   tries_left.tries()))));
}

Result<apdu::Pin> ask_pin(std::string_view name, apdu::RetryCounter tries_left) {
    return ask_pin(fmt::format("{}: 4 digits; {} tries left", name, tries_left.tries()));
}

Result<apdu::Pin> ask_pin(std::string_view prompt) {
    constexpr std::size_t digits = jpki::current_card.public_key_service.pin_digits;
    return apdu::Pin::from_digits(MADOGUCHI_TRY(ask_secret(prompt)), digits, digits);
}

} // namespace madoguchi::cli

// Tries left of every number that this program may present. Reading spends none.
#pragma once

#include "jpki/card/myna_card.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::cli {

inline constexpr std::string_view authentication_pin = "authentication_pin";
inline constexpr std::string_view input_support_pin = "input_support_pin";
inline constexpr std::string_view input_support_number_b = "input_support_number_b";
inline constexpr std::string_view surface_number_b = "surface_number_b";
inline constexpr std::string_view card_data_number = "card_data_number";

struct NumberCounter {
    std::string_view id; // one of the above; in JSON
    std::string_view label;
    std::optional<std::uint8_t> tries_left; // 0: blocked; nothing: the card has no such number
};

// Those of the applications that the token has. Errors: RetryCounterUnknown, and as
// ApduChannel::exchange.
[[nodiscard]] Result<std::vector<NumberCounter>> read_counters(jpki::MynaCard& card,
                                                               Deadline deadline);

// {id: tries, null where the card has no such number}
[[nodiscard]] nlohmann::ordered_json to_json(const std::vector<NumberCounter>& counters);

// " 3  利用者証明用暗証番号 (authentication PIN)"
[[nodiscard]] std::string to_line(const NumberCounter& counter);

// Whether the token has that number, and a try for it.
[[nodiscard]] bool is_usable(const std::vector<NumberCounter>& counters, std::string_view id);

// What a card made for use without PIN looks like: its PINs are missing or blocked. One whose PINs
// were both typed wrong too often looks the same.
[[nodiscard]] bool has_no_usable_pin(const std::vector<NumberCounter>& counters);

} // namespace madoguchi::cli

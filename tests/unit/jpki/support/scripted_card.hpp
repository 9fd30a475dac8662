// A transaction over a script of exact commands and answers, and the script of recognition.
#pragma once

#include "jpki/card/myna_card.hpp"
#include "tests/support/scripted_channel.hpp"

#include <functional>
#include <string>

namespace madoguchi::jpki::test {

using Script = std::function<void(madoguchi::test::ScriptedChannel&)>;

// The whole script must have been played when the transaction ends.
[[nodiscard]] hal::Transaction scripted_transaction(const Script& script,
                                                    hal::TransferLimits limits = {},
                                                    Bytes answer_to_reset = {});

inline constexpr const char* select_jpki = "00A4040C 0A D392F000260100000001";
inline constexpr const char* select_input_support = "00A4040C 0A D3921000310001010408";
inline constexpr const char* select_surface = "00A4040C 0A D3921000310001010402";
inline constexpr const char* select_common_card = "00A4040C 0A D3921000310001010100";

[[nodiscard]] std::string token_file_hex(const std::string& label);

// The My Number card on this transaction, where nothing fails.
[[nodiscard]] MynaCard recognised(hal::Transaction& transaction);

// What MynaCard::recognise sends to a My Number card.
void expect_recognition(madoguchi::test::ScriptedChannel& card);

[[nodiscard]] inline Deadline soon() {
    return Deadline::after(std::chrono::seconds(10));
}

// SecretBytes of these characters.
[[nodiscard]] SecretBytes secret(std::string_view characters);
[[nodiscard]] apdu::Pin pin(std::string_view digits);

} // namespace madoguchi::jpki::test

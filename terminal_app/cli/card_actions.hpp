// The card commands. Each prints its result and returns the exit status.
#pragma once

#include "hal/card_reader.hpp"
#include "terminal_app/cli/card_options.hpp"

namespace madoguchi::cli {

// What is on the reader; presents no number.
[[nodiscard]] int card_info(hal::CardReaderDirectory& readers, const CardOptions& options);

// The basic four items, and with 照合番号B the card face; asks for the number.
[[nodiscard]] int card_read(hal::CardReaderDirectory& readers, const CardOptions& options);

// Whether the card is genuine, check by check; asks for the number unless told otherwise.
[[nodiscard]] int card_verify(hal::CardReaderDirectory& readers, const CardOptions& options);

// How many tries every number has left; spends none.
[[nodiscard]] int card_pin_status(hal::CardReaderDirectory& readers, const CardOptions& options);

// The verified record of the card as a JSON file, after a confirmation; asks for 照合番号B.
[[nodiscard]] int card_export(hal::CardReaderDirectory& readers, const ExportOptions& options);

// 対面確認: verdict, four items and photo for the eye of staff; asks for 照合番号B.
[[nodiscard]] int card_check(hal::CardReaderDirectory& readers, const CheckOptions& options);

// A new 4-digit PIN in place of the old one; asks for both.
[[nodiscard]] int card_change_pin(hal::CardReaderDirectory& readers,
                                  const ChangePinOptions& options);

} // namespace madoguchi::cli

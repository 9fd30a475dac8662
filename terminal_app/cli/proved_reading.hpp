// What 照合番号B opens, proved: for commands that give it to people.
#pragma once

#include "hal/card_reader.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "terminal_app/cli/card_options.hpp"

namespace madoguchi::cli {

// Whatever jpki::read_with_number_b comes to, or another card.
using ProvedReading = std::variant<jpki::ReceptionReading, jpki::NumberRejected,
                                   jpki::NumberBlocked, jpki::CardNotTrusted, jpki::ForeignCard>;

// Shows the tries left, asks for the number, reads and checks everything, powers the card down.
// Errors: as CardAccess::open, anchors_for, ask_front_number and jpki::read_with_number_b.
[[nodiscard]] Result<ProvedReading> read_proved(hal::CardReaderDirectory& readers,
                                                const CardOptions& options);

} // namespace madoguchi::cli

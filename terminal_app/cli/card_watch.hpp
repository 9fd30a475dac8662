// "madoguchi card watch": what happens at the readers, one line each.
#pragma once

#include "hal/card_reader.hpp"
#include "jpki/card/foreign_card.hpp"
#include "jpki/record/token_information.hpp"
#include "terminal_app/cli/card_options.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <variant>

namespace madoguchi::cli {

// A card that came, after it was looked at: what it is, or why that cannot be said.
struct CardLook {
    std::string reader;
    Result<std::variant<jpki::TokenInformation, jpki::ForeignCardKind>> card;
};

using Sighting = std::variant<hal::ReaderEvent, CardLook>;

// Without the time, which the command puts in front.
[[nodiscard]] std::string to_text(const Sighting& sighting);
[[nodiscard]] nlohmann::ordered_json to_json(const Sighting& sighting);

// Until Ctrl-C, SIGTERM or the end of the wanted time. Presents no number; a card is powered down
// as soon as it is recognised. Returns the exit status.
[[nodiscard]] int card_watch(hal::CardReaderDirectory& readers, hal::CardReaderMonitor& monitor,
                             const WatchOptions& options);

} // namespace madoguchi::cli

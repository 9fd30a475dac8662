// The readers as last seen, and what a newer look says has changed. Pure: calls nothing.
#pragma once

#include "drivers/pcsc/reader_names.hpp"
#include "drivers/pcsc/scard_table.hpp"
#include "hal/card_reader.hpp"

#include <vector>

namespace madoguchi::drivers {

using ReaderEvents = std::vector<hal::ReaderEvent>;

class WatchedReaders {
public:
    // Readers that came and went. A card that was in a lost reader is reported as removed first.
    [[nodiscard]] ReaderEvents see_names(const std::vector<ReaderName>& names);

    // Every reader with its last state, then the pseudo reader that stands for hot-plug: the
    // argument of a status change call.
    [[nodiscard]] std::vector<ScardReaderStatus> to_watch() const;

    // Takes the states that came back, in the order of to_watch(). A card that was swapped between
    // two looks is reported as removed and inserted.
    [[nodiscard]] ReaderEvents see_states(const std::vector<ScardReaderStatus>& states);

    // All readers are gone.
    [[nodiscard]] ReaderEvents lose_all() { return see_names({}); }

private:
    struct Watched {
        ReaderName name;
        std::uint32_t state = scard_state::unaware;
    };

    std::vector<Watched> readers_;
    std::uint32_t hot_plug_state_ = scard_state::unaware;
};

} // namespace madoguchi::drivers

#include "drivers/pcsc/watched_readers.hpp"

#include <algorithm>

namespace madoguchi::drivers {

namespace {

using enum hal::ReaderChange;

constexpr const char* hot_plug_reader = "\\\\?PnP?\\Notification";

bool has_card(std::uint32_t state) {
    return (state & scard_state::present) != 0;
}

// pcsc-lite counts insertions and removals in the upper half.
std::uint32_t events_counted(std::uint32_t state) {
    return state >> 16U;
}

} // namespace

ReaderEvents WatchedReaders::see_names(const std::vector<ReaderName>& names) {
    ReaderEvents events;
    std::erase_if(readers_, [&](const Watched& reader) {
        const bool gone = std::ranges::count(names, reader.name.raw, &ReaderName::raw) == 0;
        if (gone && has_card(reader.state)) {
            events.push_back({CardRemoved, reader.name.shown});
        }
        if (gone) {
            events.push_back({ReaderRemoved, reader.name.shown});
        }
        return gone;
    });
    for (const ReaderName& name : names) {
        const auto same = [&name](const Watched& reader) { return reader.name.raw == name.raw; };
        if (std::ranges::none_of(readers_, same)) {
            readers_.push_back({name});
            events.push_back({ReaderAdded, name.shown});
        }
    }
    return events;
}

std::vector<ScardReaderStatus> WatchedReaders::to_watch() const {
    std::vector<ScardReaderStatus> states;
    states.reserve(readers_.size() + 1);
    for (const Watched& reader : readers_) {
        states.push_back({reader.name.raw, reader.state});
    }
    states.push_back({hot_plug_reader, hot_plug_state_});
    return states;
}

ReaderEvents WatchedReaders::see_states(const std::vector<ScardReaderStatus>& states) {
    ReaderEvents events;
    for (std::size_t i = 0; i < readers_.size(); ++i) {
        Watched& reader = readers_[i];
        const std::uint32_t now = states[i].now & ~scard_state::changed;
        const bool swapped = has_card(reader.state) && has_card(now) &&
                             events_counted(reader.state) != events_counted(now);
        if (has_card(reader.state) && (!has_card(now) || swapped)) {
            events.push_back({CardRemoved, reader.name.shown});
        }
        if (has_card(now) && (!has_card(reader.state) || swapped)) {
            events.push_back({CardInserted, reader.name.shown});
        }
        reader.state = now;
    }
    hot_plug_state_ = states.back().now & ~scard_state::changed;
    return events;
}

} // namespace madoguchi::drivers

#include "terminal_app/cli/card_watch.hpp"

#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/stop_request.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <ctime>

namespace madoguchi::cli {

namespace {

using namespace std::chrono_literals;

// How late Ctrl-C may be noticed when its signal comes between two waits.
constexpr auto longest_wait = 200ms;
constexpr auto patience_with_a_card = 5s;

void show(const Sighting& sighting, bool as_json) {
    const std::time_t now = std::time(nullptr);
    if (as_json) {
        nlohmann::ordered_json line{{"at", fmt::format("{:%FT%TZ}", fmt::gmtime(now))}};
        line.update(to_json(sighting));
        fmt::print("{}\n", line.dump());
    } else {
        fmt::print("{:%H:%M:%S}  {}\n", fmt::localtime(now), to_text(sighting));
    }
    std::fflush(stdout); // whoever reads a pipe wants each line now
}

// The conversation ends, and with it the card's power, before this returns.
CardLook look_at_card(hal::CardReaderDirectory& readers, const std::string& reader) {
    const auto access =
        CardAccess::open_named(readers, reader, nullptr, Deadline::after(patience_with_a_card));
    if (!access) {
        return {reader, fail(access.error())};
    }
    if (const auto foreign = (*access)->foreign_card()) {
        return {reader, foreign->kind};
    }
    return {reader, (*access)->card().profile().token};
}

bool is_wanted(const hal::ReaderEvent& event, const std::string& part_of_name) {
    return event.reader.empty() || event.reader.find(part_of_name) != std::string::npos;
}

Result<void> watch(hal::CardReaderDirectory& readers, hal::CardReaderMonitor& monitor,
                   const WatchOptions& options) {
    constexpr std::chrono::seconds a_year = 24h * 366;
    const StopRequest stop;
    const Deadline end =
        Deadline::after(options.seconds == 0 ? a_year : std::chrono::seconds(options.seconds));
    while (!stop.received() && !end.has_passed()) {
        const auto events = MADOGUCHI_TRY(monitor.wait(end.but_within(longest_wait)));
        for (const hal::ReaderEvent& event : events) {
            if (!is_wanted(event, options.reader) || stop.received()) {
                continue;
            }
            show(event, options.json);
            if (event.change == hal::ReaderChange::CardInserted) {
                show(look_at_card(readers, event.reader), options.json);
            }
        }
    }
    return {};
}

} // namespace

int card_watch(hal::CardReaderDirectory& readers, hal::CardReaderMonitor& monitor,
               const WatchOptions& options) {
    const auto watched = watch(readers, monitor, options);
    return watched ? exit_yes : report(watched.error(), options);
}

} // namespace madoguchi::cli

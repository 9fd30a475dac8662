#include "hw-sim/card/replay_card.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/cli/reader_commands.hpp"

#include <filesystem>
#include <fstream>
#include <memory>

namespace madoguchi::sim::cli {

namespace {

struct ReplayOptions {
    std::filesystem::path trace;
    std::uint16_t vpcd_port = VpcdLink::first_port;
    bool inserted = false;
};

// One byte more than a trace may have, so that a longer file is refused and not cut.
Result<apdu::Trace> load(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorCode::FileUnreadable, "the trace cannot be read; madoguchi trace record "
                                               "writes one");
    }
    std::string content(apdu::largest_trace + 1, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(file.gcount()));
    return apdu::parse_trace(content);
}

void run(const ReplayOptions& options) {
    ReplayCard card(or_exit(load(options.trace)), [](const apdu::Divergence& divergence) {
        say("diverged at " + to_text(divergence));
    });
    VpcdLink link(card, options.vpcd_port, [] { say("removed"); });
    obey_standard_input([&link]() -> VpcdLink& { return link; }, options.inserted);
}

} // namespace

void add_replay_command(CLI::App& program) {
    auto* const command = program.add_subcommand(
        "replay", "put a card on vsmartcard's virtual reader that answers as recorded; reads "
                  "insert, remove, quit");
    const auto options = std::make_shared<ReplayOptions>();
    command->add_option("FILE", options->trace, "trace written by madoguchi trace record")
        ->required();
    command->add_option("--vpcd-port", options->vpcd_port, "port of the reader on 127.0.0.1")
        ->capture_default_str();
    command->add_flag("--inserted", options->inserted, "put the card on the reader at once");
    command->footer(
        "Each powering plays the recording from its beginning. Masked values are zeros: "
        "structure and status words are as recorded, values are not. A command that is "
        "not the recorded one is told on standard output and answered 6F00.");
    command->callback([options] { run(*options); });
}

} // namespace madoguchi::sim::cli

#include "apdu/trace/pcapng.hpp"
#include "apdu/trace/replay_reader.hpp"
#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "jpki/card/card_in_traces.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/trace_table.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>

namespace madoguchi::cli {

namespace {

[[noreturn]] void give_up(std::string_view what, std::string_view next) {
    fmt::print(stderr, "madoguchi: {}\n  next: {}\n", what, next);
    throw CLI::RuntimeError(exit_failed);
}

// One byte more than a trace may have, so that a longer file is refused and not cut.
std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        give_up(fmt::format("{} cannot be read", path),
                "name a file that trace record has written");
    }
    std::string content(apdu::largest_trace + 1, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content;
}

apdu::Trace load(const std::string& path) {
    auto trace = apdu::parse_trace(content_of(path));
    if (!trace) {
        const auto line = trace.error().system_code();
        give_up(fmt::format("{}{}: {}", path, line ? fmt::format(", line {}", *line) : "",
                            trace.error().text()),
                "docs/trace-format.md says what a trace looks like; a recording that was cut off "
                "is readable up to its last whole line");
    }
    return std::move(*trace);
}

// A new file that only its owner reads; nothing that exists is written over.
std::ofstream new_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        give_up(fmt::format("{} cannot be made, or is there already", path),
                "name a file that does not exist, in a folder that may be written to");
    }
    ::close(file);
    return std::ofstream(path, std::ios::binary);
}

int record(const std::string& chosen, const std::function<int(CardBench)>& command) {
    const std::string path = chosen.empty() ? fmt::format("card-{:%Y%m%d-%H%M%S}.trace",
                                                          fmt::localtime(std::time(nullptr)))
                                            : chosen;
    std::ofstream file = new_file(path);
    const auto shown_files = jpki::files_shown_in_traces();
    apdu::TraceRecorder recorder(file, shown_files);
    drivers::PcscReaderDirectory readers;
    const int status = command({readers, &recorder});
    if (file.tellp() == std::streampos(0)) {
        file.close();
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        fmt::print(stderr, "madoguchi: no conversation came about; nothing is recorded\n");
        return status;
    }
    fmt::print(stderr,
               "madoguchi: the conversation is in {}; numbers were never recorded, and of "
               "personal data only lengths and structure\n",
               path);
    return status;
}

int replay(const std::string& path, const std::function<int(CardBench)>& command) {
    apdu::TraceReplay trace(load(path));
    apdu::ReplayReader reader(trace);
    fmt::print(stderr,
               "madoguchi: replaying {}; masked values are zeros here, so what needs them "
               "may be refused that was accepted when this was recorded\n",
               path);
    const int status = command({reader, nullptr, true});
    if (trace.divergence()) {
        fmt::print(stderr,
                   "madoguchi: the replay left the recording at {}; the card answered 6F00 "
                   "from there on\n",
                   to_text(*trace.divergence()));
    } else if (trace.exchanges_left() > 0) {
        fmt::print(stderr, "madoguchi: the command ended {} exchanges before the recording\n",
                   trace.exchanges_left());
    }
    return status;
}

void add_record(CLI::App& trace) {
    CLI::App* command = trace.add_subcommand(
        "record", "Runs a card command and records what is said: trace record card info");
    command->require_subcommand(1);
    const auto path = std::make_shared<std::string>();
    command->add_option("--out", *path, "new file for the trace (default card-DATE-TIME.trace)");
    add_card_command_on(*command, [path](const auto& run) { return record(*path, run); });
}

void add_replay(CLI::App& trace) {
    CLI::App* command = trace.add_subcommand(
        "replay", "Runs a card command on a recording: trace replay FILE card info");
    command->require_subcommand(1);
    const auto path = std::make_shared<std::string>();
    command->add_option("FILE", *path, "trace to replay")->required();
    add_card_command_on(*command, [path](const auto& run) { return replay(*path, run); });
}

void add_show(CLI::App& trace) {
    CLI::App* command = trace.add_subcommand("show", "A trace in words, with times and sums");
    const auto path = std::make_shared<std::string>();
    command->add_option("FILE", *path, "trace to show")->required();
    command->callback([path] { fmt::print("{}", trace_table(load(*path))); });
}

void add_export(CLI::App& trace) {
    CLI::App* command = trace.add_subcommand("export", "A trace as a capture file for Wireshark");
    const auto path = std::make_shared<std::string>();
    const auto capture = std::make_shared<std::string>();
    command->add_option("--pcapng", *capture, "new capture file (link type ISO 14443)")->required();
    command->add_option("FILE", *path, "trace to export")->required();
    command->callback([path, capture] {
        const auto names = jpki::applications_named_in_traces();
        const apdu::Trace recorded = load(*path);
        const Bytes packets = apdu::to_pcapng(recorded, names);
        std::ofstream file = new_file(*capture);
        file << as_text(packets);
        file.close();
        if (!file) {
            give_up(fmt::format("{} could not be written whole", *capture),
                    "free some space, remove the file and run again");
        }
        fmt::print(stderr, "madoguchi: {} exchanges are in {}\n", recorded.exchanges.size(),
                   *capture);
    });
    command->footer("In Wireshark: Analyze > Decode As, field ISO14443 payload, ISO/IEC 7816; with "
                    "tshark -d iso14443.subdissector,iso7816");
}

} // namespace

void add_trace_command(CLI::App& program) {
    CLI::App* trace = program.add_subcommand(
        "trace", "Records conversations with a card, shows them and plays them back");
    trace->require_subcommand(1);
    add_record(*trace);
    add_show(*trace);
    add_replay(*trace);
    add_export(*trace);
}

} // namespace madoguchi::cli

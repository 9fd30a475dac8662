#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/eligibility/receipt_computer.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

namespace madoguchi::sim::cli {

namespace {

constexpr std::chrono::milliseconds look_interval{100};

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int /*signal*/) {
    stop_asked = 1;
}

// Gives how many files there were.
std::size_t take_all(const ReceiptComputer& computer) {
    const auto verdicts = computer.work();
    for (const HandOverVerdict& verdict : verdicts) {
        fmt::print("{} {}{}{}\n", verdict.is_accepted() ? "accepted" : "bounced", verdict.file,
                   verdict.is_accepted() ? "" : ": ", verdict.reason);
    }
    std::fflush(stdout);
    return verdicts.size();
}

} // namespace

void add_receipt_computer_command(CLI::App& program) {
    struct Options {
        std::string folder;
        bool once = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand(
        "receipt-computer", "Takes hand-over files out of a folder; accepts or bounces each");
    command->add_option("--folder", options->folder, "Where the terminal hands over")->required();
    command->add_flag("--once", options->once, "Take what is there, then end");
    command->callback([options] {
        const ReceiptComputer computer = or_exit(ReceiptComputer::open(options->folder));
        std::signal(SIGTERM, ask_to_stop);
        std::signal(SIGINT, ask_to_stop);
        do {
            if (take_all(computer) == 0 && !options->once) {
                std::this_thread::sleep_for(look_interval);
            }
        } while (!options->once && stop_asked == 0);
    });
}

} // namespace madoguchi::sim::cli

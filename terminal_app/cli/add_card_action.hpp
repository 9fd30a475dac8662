// What registering any card command has in common.
#pragma once

#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_trust.hpp"
#include "terminal_app/cli/commands.hpp"

#include <fmt/format.h>

#include <memory>

namespace madoguchi::cli {

inline constexpr const char* about_numbers =
    "Numbers are asked on the terminal without echo, or read from standard input, one line. They "
    "are never arguments: other users can see those.";

// The card subcommand, and the bench on which its actions run.
struct CardCommand {
    CLI::App* app;
    BenchMaker bench;
};

// The command `name` of `card`, with --reader and --json, which runs the action on the bench and
// ends with its exit status.
template <typename SomeOptions>
CLI::App* add_action(const CardCommand& card, const char* name, const char* description,
                     int (*action)(hal::CardReaderDirectory&, const SomeOptions&),
                     const std::shared_ptr<SomeOptions>& options) {
    CLI::App* command = card.app->add_subcommand(name, description);
    command->add_option("--reader", options->reader,
                        "part of the reader's name; needed when several hold a card");
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->callback([action, options, bench = card.bench] {
        const int status = bench([&](CardBench on) {
            options->recorder = on.recorder;
            options->is_replay = on.is_replay;
            return action(on.readers, *options);
        });
        if (status != exit_yes) {
            throw CLI::RuntimeError(status);
        }
    });
    return command;
}

inline void add_anchors(CLI::App* command, CardOptions& options) {
    command->add_option("--anchors", options.anchors,
                        fmt::format("folder of trust anchors (default {})", default_anchors));
}

// check, export and change-pin: what a person sits at the terminal for.
void add_card_person_commands(const CardCommand& card);

} // namespace madoguchi::cli

// What registering any card command has in common.
#pragma once

#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_trust.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace madoguchi::cli {

inline constexpr const char* about_numbers =
    "Numbers are asked on the terminal without echo, or read from standard input, one line. They "
    "are never arguments: other users can see those.";

// The command `name` of `card`, with --reader and --json, which runs the action on PC/SC readers
// and ends with its exit status.
template <typename SomeOptions>
CLI::App* add_action(CLI::App& card, const char* name, const char* description,
                     int (*action)(hal::CardReaderDirectory&, const SomeOptions&),
                     const std::shared_ptr<SomeOptions>& options) {
    CLI::App* command = card.add_subcommand(name, description);
    command->add_option("--reader", options->reader,
                        "part of the reader's name; needed when several hold a card");
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->callback([action, options] {
        drivers::PcscReaderDirectory readers;
        if (const int status = action(readers, *options); status != exit_yes) {
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
void add_card_person_commands(CLI::App& card);

} // namespace madoguchi::cli

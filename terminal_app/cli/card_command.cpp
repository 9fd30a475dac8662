#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_trust.hpp"
#include "terminal_app/cli/commands.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace madoguchi::cli {

namespace {

using Action = int (*)(hal::CardReaderDirectory&, const CardOptions&);
using Options = std::shared_ptr<CardOptions>;

CLI::App* add_action(CLI::App& card, const char* name, const char* description, Action action,
                     const Options& options) {
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

void add_personal(CLI::App* command, const Options& options) {
    command->add_flag("--show-personal", options->show_personal,
                      "print what the card says of the person");
}

void add_checking(CLI::App* command, const Options& options,
                  const std::map<std::string, OpenWith>& ways, const char* ways_explained) {
    command->add_option("--anchors", options->anchors,
                        fmt::format("folder of trust anchors (default {})", default_anchors));
    command->add_option("--with", options->open_with, ways_explained)
        ->transform(CLI::CheckedTransformer(ways).description(""))
        ->type_name("WAY")
        ->default_str("number-b");
    command->add_flag("--spend-last-try", options->spend_last_try,
                      "present the PIN even if one try is left");
    command->footer("Numbers are asked on the terminal without echo, or read from standard input, "
                    "one line. They are never arguments: other users can see those.");
}

} // namespace

void add_card_command(CLI::App& program) {
    CLI::App* card = program.add_subcommand("card", "Reads and proves the card on a reader");
    card->require_subcommand(1);
    const auto options = std::make_shared<CardOptions>();
    add_personal(
        add_action(*card, "info", "What is on the reader; needs no number", card_info, options),
        options);
    CLI::App* read =
        add_action(*card, "read", "The basic four items and the card face", card_read, options);
    add_personal(read, options);
    add_checking(read, options, {{"number-b", OpenWith::NumberB}, {"pin", OpenWith::Pin}},
                 "number-b: 照合番号B (all), or pin: 券面事項入力補助用暗証番号 (text only)");
    CLI::App* verify = add_action(*card, "verify", "Whether the card is genuine, check by check",
                                  card_verify, options);
    add_checking(
        verify, options,
        {{"number-b", OpenWith::NumberB}, {"pin", OpenWith::Pin}, {"nothing", OpenWith::Nothing}},
        "number-b: 照合番号B (card data and certificate), pin: 利用者証明用暗証番号 "
        "(certificate and its key), nothing: the certificate alone");
    add_action(*card, "pin-status", "Tries left of each number; spends none", card_pin_status,
               options);
}

} // namespace madoguchi::cli

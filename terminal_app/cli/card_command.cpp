#include "drivers/pcsc/pcsc_monitor.hpp"
#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "terminal_app/cli/add_card_action.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_watch.hpp"
#include "terminal_app/cli/commands.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace madoguchi::cli {

namespace {

using Options = std::shared_ptr<CardOptions>;

void add_personal(CLI::App* command, const Options& options) {
    command->add_flag("--show-personal", options->show_personal,
                      "print what the card says of the person");
}

void add_checking(CLI::App* command, const Options& options,
                  const std::map<std::string, OpenWith>& ways, const char* ways_explained) {
    add_anchors(command, *options);
    command->add_option("--with", options->open_with, ways_explained)
        ->transform(CLI::CheckedTransformer(ways).description(""))
        ->type_name("WAY")
        ->default_str("number-b");
    command->add_flag("--spend-last-try", options->spend_last_try,
                      "present the PIN even if one try is left");
    command->footer(about_numbers);
}

int watch_pcsc(hal::CardReaderDirectory& readers, const WatchOptions& options) {
    drivers::PcscMonitor monitor;
    return card_watch(readers, monitor, options);
}

void add_watch(const CardCommand& card) {
    const auto options = std::make_shared<WatchOptions>();
    CLI::App* watch =
        add_action(card, "watch", "Readers and cards live, until Ctrl-C; presents no number",
                   watch_pcsc, options);
    watch->get_option("--reader")->description("part of a reader's name; others are left out");
    watch->get_option("--json")->description("one JSON object a line for each event");
    watch->add_option("--for", options->seconds, "end by itself after so many seconds")
        ->check(CLI::PositiveNumber)
        ->type_name("SECONDS");
}

// Every command that holds one conversation with one card.
void add_card_conversations(const CardCommand& card) {
    const auto options = std::make_shared<CardOptions>();
    add_personal(
        add_action(card, "info", "What is on the reader; needs no number", card_info, options),
        options);
    add_action(card, "pin-status", "Tries left of each number; spends none", card_pin_status,
               options);
    CLI::App* read =
        add_action(card, "read", "The basic four items and the card face", card_read, options);
    add_personal(read, options);
    add_checking(read, options, {{"number-b", OpenWith::NumberB}, {"pin", OpenWith::Pin}},
                 "number-b: 照合番号B (all), or pin: 券面事項入力補助用暗証番号 (text only)");
    CLI::App* verify = add_action(card, "verify", "Whether the card is genuine, check by check",
                                  card_verify, options);
    add_checking(
        verify, options,
        {{"number-b", OpenWith::NumberB}, {"pin", OpenWith::Pin}, {"nothing", OpenWith::Nothing}},
        "number-b: 照合番号B (card data and certificate), pin: 利用者証明用暗証番号 "
        "(certificate and its key), nothing: the certificate alone");
    add_card_person_commands(card);
}

CardCommand add_card(CLI::App& parent, const BenchMaker& bench) {
    CLI::App* card =
        parent.add_subcommand("card", "Reads, proves and looks after the card on a reader");
    card->require_subcommand(1);
    return {card, bench};
}

} // namespace

int on_pcsc(const std::function<int(CardBench)>& command) {
    drivers::PcscReaderDirectory readers;
    return command({readers});
}

void add_card_command(CLI::App& program) {
    const CardCommand card = add_card(program, on_pcsc);
    add_watch(card);
    add_card_conversations(card);
}

void add_card_command_on(CLI::App& parent, const BenchMaker& bench) {
    add_card_conversations(add_card(parent, bench));
}

} // namespace madoguchi::cli

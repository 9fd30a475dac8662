#include "drivers/pcsc/pcsc_monitor.hpp"
#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_trust.hpp"
#include "terminal_app/cli/card_watch.hpp"
#include "terminal_app/cli/commands.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace madoguchi::cli {

namespace {

using Options = std::shared_ptr<CardOptions>;

constexpr const char* about_numbers =
    "Numbers are asked on the terminal without echo, or read from standard input, one line. They "
    "are never arguments: other users can see those.";

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
    command->footer(about_numbers);
}

int watch_pcsc(hal::CardReaderDirectory& readers, const WatchOptions& options) {
    drivers::PcscMonitor monitor;
    return card_watch(readers, monitor, options);
}

void add_watch(CLI::App& card) {
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

void add_change_pin(CLI::App& card) {
    const auto options = std::make_shared<ChangePinOptions>();
    CLI::App* change = add_action(card, "change-pin", "A new 4-digit PIN in place of the old one",
                                  card_change_pin, options);
    const std::map<std::string, jpki::ChangeablePin> pins{
        {"authentication", jpki::ChangeablePin::Authentication},
        {"input-support", jpki::ChangeablePin::InputSupport}};
    change
        ->add_option("--which", options->which,
                     "authentication: 利用者証明用暗証番号, or input-support: "
                     "券面事項入力補助用暗証番号")
        ->transform(CLI::CheckedTransformer(pins).description(""))
        ->type_name("PIN")
        ->required();
    change->add_flag("--spend-last-try", options->spend_last_try,
                     "go on when one try is left, after asking once more");
    change->footer(fmt::format(
        "The tries left are shown first; the old number is asked once, the new one "
        "twice. {}\nThe password of the signature key (署名用パスワード) is not offered: "
        "this program never touches that key. A municipal office or the official "
        "software changes it.",
        about_numbers));
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
    add_watch(*card);
    add_change_pin(*card);
    add_action(*card, "pin-status", "Tries left of each number; spends none", card_pin_status,
               options);
}

} // namespace madoguchi::cli

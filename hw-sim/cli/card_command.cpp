#include "hw-sim/cli/card_on_reader.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/kind_option.hpp"
#include "hw-sim/cli/link_options.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/cli/reader_commands.hpp"

#include <memory>
#include <string>

namespace madoguchi::sim::cli {

namespace {

struct CardOptions {
    std::filesystem::path persona;
    StateFolder state;
    std::string kind{current_card_kind().name};
    std::uint16_t vpcd_port = VpcdLink::first_port;
    bool inserted = false;
    LinkOptions link;
};

// The card is taken away and one of another kind is at hand, outside the reader.
void swap(CardOnReader& card, const std::string& kind_name) {
    const auto kind = find_card_kind(kind_name);
    if (!kind) {
        complain(kind.error());
        return;
    }
    remove(card.link());
    if (const auto taken = card.take(*kind); !taken) {
        complain(taken.error());
        return;
    }
    say("kind " + kind_name);
}

// "kind NAME"
bool obeys_kind(CardOnReader& card, const std::string& line) {
    const std::string verb = "kind ";
    if (!line.starts_with(verb)) {
        return false;
    }
    swap(card, line.substr(verb.size()));
    return true;
}

void run(const CardOptions& options) {
    CardOnReader card({or_exit(Persona::load(options.persona)), options.state, options.vpcd_port,
                       exchange_observer(options.link)});
    or_exit(card.take(or_exit(find_card_kind(options.kind))));
    obey_standard_input(
        [&card]() -> VpcdLink& { return card.link(); }, options.inserted,
        {"kind NAME", [&card](const std::string& line) { return obeys_kind(card, line); }});
}

} // namespace

void add_card_command(CLI::App& program) {
    auto* const command = program.add_subcommand(
        "card", "put a persona's card on vsmartcard's virtual reader; reads insert, remove, "
                "kind NAME and quit, one a line");
    const auto options = std::make_shared<CardOptions>();
    command->add_option("--persona", options->persona, "persona folder")->required();
    command->add_option("--state", options->state.root, "folder for keys and counters")->required();
    add_kind_option(*command, options->kind);
    command->add_option("--vpcd-port", options->vpcd_port, "port of the reader on 127.0.0.1")
        ->capture_default_str();
    command->add_flag("--inserted", options->inserted, "put the card on the reader at once");
    add_link_options(*command, options->link);
    command->callback([options] { run(*options); });
}

} // namespace madoguchi::sim::cli

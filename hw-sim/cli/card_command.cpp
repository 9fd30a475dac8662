#include "hw-sim/cli/card_on_reader.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/kind_option.hpp"
#include "hw-sim/cli/link_options.hpp"
#include "hw-sim/cli/or_exit.hpp"

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

void complain(const Error& error) {
    std::cerr << "madoguchi-sim: " << error.text() << "\n";
}

void insert(VpcdLink& link) {
    constexpr std::chrono::seconds patience{10};
    if (const auto result = link.insert(Deadline::after(patience)); !result) {
        complain(result.error());
        return;
    }
    say("inserted");
}

void remove(VpcdLink& link) {
    const bool was_inside = link.is_inserted();
    link.remove();
    if (was_inside) {
        say("removed");
    }
}

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

// One command a line; end of input is quit.
void obey_standard_input(CardOnReader& card) {
    const std::string swap_verb = "kind ";
    for (std::string line; std::getline(std::cin, line) && line != "quit";) {
        if (line == "insert") {
            insert(card.link());
        } else if (line == "remove") {
            remove(card.link());
        } else if (line.starts_with(swap_verb)) {
            swap(card, line.substr(swap_verb.size()));
        } else {
            std::cerr << "madoguchi-sim: the commands are insert, remove, kind NAME and quit\n";
        }
    }
    remove(card.link());
}

void run(const CardOptions& options) {
    CardOnReader card({or_exit(Persona::load(options.persona)), options.state, options.vpcd_port,
                       exchange_observer(options.link)});
    or_exit(card.take(or_exit(find_card_kind(options.kind))));
    say("ready");
    if (options.inserted) {
        insert(card.link());
    }
    obey_standard_input(card);
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

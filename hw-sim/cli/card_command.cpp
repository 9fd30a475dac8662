#include "hw-sim/card/personalisation.hpp"
#include "hw-sim/card/vpcd_link.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/link_options.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/cli/state_folder.hpp"

#include <memory>
#include <string>

namespace madoguchi::sim::cli {

namespace {

struct CardOptions {
    std::filesystem::path persona;
    StateFolder state;
    std::uint16_t vpcd_port = VpcdLink::first_port;
    bool inserted = false;
    LinkOptions link;
};

// Whole lines from two threads: the one that reads commands and the one that serves the reader.
void say(const char* line) {
    std::cout << (std::string(line) + "\n") << std::flush;
}

void insert(VpcdLink& link) {
    constexpr std::chrono::seconds patience{10};
    const auto result = link.insert(Deadline::after(patience));
    if (!result) {
        std::cerr << "madoguchi-sim: " << result.error().text() << "\n";
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

// insert, remove and quit, one a line; end of input is quit.
void obey_standard_input(VpcdLink& link) {
    for (std::string line; std::getline(std::cin, line) && line != "quit";) {
        if (line == "insert") {
            insert(link);
        } else if (line == "remove") {
            remove(link);
        } else {
            std::cerr << "madoguchi-sim: the commands are insert, remove and quit\n";
        }
    }
    remove(link);
}

void run(const CardOptions& options) {
    const Persona persona = or_exit(Persona::load(options.persona));
    FolderKeyStore keys(options.state.keys());
    SimulatedIssuer issuer(keys);
    FileNumberStore numbers = or_exit(FileNumberStore::open(options.state.counters(persona.id)));
    VirtualCard card(or_exit(personalise(persona, issuer)), numbers);
    VpcdLink link(card, options.vpcd_port, [] { say("removed"); });
    link.observe(exchange_observer(options.link));
    say("ready");
    if (options.inserted) {
        insert(link);
    }
    obey_standard_input(link);
}

} // namespace

void add_card_command(CLI::App& program) {
    auto* const command = program.add_subcommand(
        "card", "put a persona's card on vsmartcard's virtual reader; reads insert, remove, quit");
    const auto options = std::make_shared<CardOptions>();
    command->add_option("--persona", options->persona, "persona folder")->required();
    command->add_option("--state", options->state.root, "folder for keys and counters")->required();
    command->add_option("--vpcd-port", options->vpcd_port, "port of the reader on 127.0.0.1")
        ->capture_default_str();
    command->add_flag("--inserted", options->inserted, "put the card on the reader at once");
    add_link_options(*command, options->link);
    command->callback([options] { run(*options); });
}

} // namespace madoguchi::sim::cli

#include "hw-sim/cli/reader_commands.hpp"

#include <iostream>

namespace madoguchi::sim::cli {

void say(const std::string& line) {
    std::cout << (line + "\n") << std::flush;
}

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

void obey_standard_input(const std::function<VpcdLink&()>& link, bool inserted,
                         const OtherCommand& other) {
    say("ready");
    if (inserted) {
        insert(link());
    }
    for (std::string line; std::getline(std::cin, line) && line != "quit";) {
        if (line == "insert") {
            insert(link());
        } else if (line == "remove") {
            remove(link());
        } else if (!other.obeys || !other.obeys(line)) {
            std::cerr << "madoguchi-sim: the commands are insert, remove, "
                      << (other.obeys ? other.form + " " : "") << "and quit\n";
        }
    }
    remove(link());
}

} // namespace madoguchi::sim::cli

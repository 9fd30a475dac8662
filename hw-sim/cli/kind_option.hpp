// --kind NAME, for subcommands that deal with one card.
#pragma once

#include "hw-sim/card/kinds/card_kind.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace madoguchi::sim::cli {

inline void add_kind_option(CLI::App& command, std::string& name) {
    const auto known = [](const std::string& given) {
        const auto kind = find_card_kind(given);
        return kind ? std::string() : std::string(kind.error().text());
    };
    command.add_option("--kind", name, "kind of card; \"madoguchi-sim kinds\" lists them")
        ->check(known)
        ->type_name("NAME")
        ->capture_default_str();
}

} // namespace madoguchi::sim::cli

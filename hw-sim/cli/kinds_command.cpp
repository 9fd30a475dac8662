#include "hw-sim/card/kinds/card_kind.hpp"
#include "hw-sim/cli/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace madoguchi::sim::cli {

void add_kinds_command(CLI::App& program) {
    program.add_subcommand("kinds", "list the kinds of cards that \"card --kind\" can make")
        ->callback([] {
            std::size_t width = 0;
            for (const CardKind& kind : all_card_kinds()) {
                width = std::max(width, kind.name.size());
            }
            for (const CardKind& kind : all_card_kinds()) {
                std::cout << fmt::format("{:{}}  {}\n", kind.name, width, kind.description);
            }
        });
}

} // namespace madoguchi::sim::cli

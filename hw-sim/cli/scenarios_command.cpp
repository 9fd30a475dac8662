#include "hw-sim/cli/commands.hpp"
#include "hw-sim/eligibility/scenario_catalogue.hpp"

#include <fmt/format.h>

namespace madoguchi::sim::cli {

void add_scenarios_command(CLI::App& program) {
    program
        .add_subcommand("scenarios",
                        "list the situations of a reception and how to bring each about")
        ->callback([] {
            for (const CataloguedScenario& row : scenario_catalogue()) {
                fmt::print(
                    "{:>2} {}\n   card --persona {} --kind {}; eligibility --scenario {}{}{}\n",
                    row.number, row.title, row.persona, row.card_kind, row.service,
                    row.besides.empty() ? "" : "; ", row.besides);
            }
        });
}

} // namespace madoguchi::sim::cli

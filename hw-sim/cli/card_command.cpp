#include "hw-sim/cli/commands.hpp"

namespace madoguchi::sim::cli {

void add_card_command(CLI::App& /*program*/) {
}

} // namespace madoguchi::sim::cli

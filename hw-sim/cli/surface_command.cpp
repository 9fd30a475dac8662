#include "hw-sim/cli/commands.hpp"

namespace madoguchi::sim::cli {

void add_surface_command(CLI::App& /*program*/) {
}

} // namespace madoguchi::sim::cli

#include "terminal_app/cli/commands.hpp"

namespace madoguchi::cli {

void add_eligibility_command(CLI::App& /*program*/) {
}

} // namespace madoguchi::cli

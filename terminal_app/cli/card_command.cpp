#include "terminal_app/cli/commands.hpp"

namespace madoguchi::cli {

void add_card_command(CLI::App& /*program*/) {
}

} // namespace madoguchi::cli

#include "hal/base/clock.hpp"
#include "hw-sim/card/simulated_issuer.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/cli/state_folder.hpp"

#include <memory>

namespace madoguchi::sim::cli {

namespace {

void run(const StateFolder& state) {
    FolderKeyStore keys(state.keys());
    const SimulatedIssuer issuer(keys);
    or_exit(issuer.export_trust_anchors(state.trust_anchors()));
    or_exit(issuer.export_revocation_lists(state.trust_anchors(),
                                           date_in_japan(SystemClock().civil_now())));
    std::cout << state.trust_anchors().string() << std::endl;
}

} // namespace

void add_issuer_command(CLI::App& program) {
    auto* const command = program.add_subcommand(
        "issuer",
        "make the simulated authorities' keys once, write trust anchors and revocation lists");
    const auto state = std::make_shared<StateFolder>();
    command->add_option("--state", state->root, "folder for keys and anchors")->required();
    command->callback([state] { run(*state); });
}

} // namespace madoguchi::sim::cli

#include "hal/base/clock.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/kind_option.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/surface/surface_number_server.hpp"

#include <csignal>
#include <memory>

namespace madoguchi::sim::cli {

namespace {

struct SurfaceOptions {
    std::filesystem::path persona;
    std::filesystem::path socket;
    std::string kind{current_card_kind().name};
};

// Blocked before any thread starts, so that all inherit it and only sigwait sees the signals.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

void run(const SurfaceOptions& options) {
    const sigset_t stop_signals = block_stop_signals();
    const CardKind kind = or_exit(find_card_kind(options.kind));
    const Persona persona = holder_of(kind, or_exit(Persona::load(options.persona)),
                                      date_in_japan(SystemClock().civil_now()));
    const SecretBytes digits(as_bytes((persona.*kind.printed_number)()));
    const SurfaceNumberServer server = or_exit(SurfaceNumberServer::start(options.socket, digits));
    std::cout << "ready" << std::endl;
    int signal = 0;
    sigwait(&stop_signals, &signal);
}

} // namespace

void add_surface_command(CLI::App& program) {
    auto* const command = program.add_subcommand(
        "surface", "serve the number printed on a persona's card front until SIGTERM or SIGINT");
    const auto options = std::make_shared<SurfaceOptions>();
    command->add_option("--persona", options->persona, "persona folder")->required();
    command->add_option("--socket", options->socket, "Unix socket to listen on")->required();
    add_kind_option(*command, options->kind);
    command->callback([options] { run(*options); });
}

} // namespace madoguchi::sim::cli

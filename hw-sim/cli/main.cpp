#include "hw-sim/cli/commands.hpp"

int main(int argc, char** argv) {
    CLI::App program(
        "Virtual My Number cards, surface camera and eligibility service for the bench");
    program.require_subcommand(1);
    madoguchi::sim::cli::add_card_command(program);
    madoguchi::sim::cli::add_eligibility_command(program);
    madoguchi::sim::cli::add_fhir_command(program);
    madoguchi::sim::cli::add_film_command(program);
    madoguchi::sim::cli::add_issuer_command(program);
    madoguchi::sim::cli::add_kinds_command(program);
    madoguchi::sim::cli::add_receipt_computer_command(program);
    madoguchi::sim::cli::add_replay_command(program);
    madoguchi::sim::cli::add_scenarios_command(program);
    madoguchi::sim::cli::add_surface_command(program);
    madoguchi::sim::cli::add_surface_frames_command(program);
    CLI11_PARSE(program, argc, argv);
    return 0;
}

// The subcommands of madoguchi-sim. Each adds itself to the program's command line; its callback
// does the work and throws CLI::RuntimeError with the exit status when it fails.
#pragma once

#include <CLI/CLI.hpp>

namespace madoguchi::sim::cli {

void add_card_command(CLI::App& program);
void add_eligibility_command(CLI::App& program);
void add_fhir_command(CLI::App& program);
void add_film_command(CLI::App& program);
void add_issuer_command(CLI::App& program);
void add_kinds_command(CLI::App& program);
void add_replay_command(CLI::App& program);
void add_receipt_computer_command(CLI::App& program);
void add_scenarios_command(CLI::App& program);
void add_surface_command(CLI::App& program);
void add_surface_frames_command(CLI::App& program);

} // namespace madoguchi::sim::cli

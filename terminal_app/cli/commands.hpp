// The subcommands of the command line tool. Each adds itself to the program; its callback does the
// work and throws CLI::RuntimeError with the exit status when it fails. Exit statuses:
// docs/command-line.md.
#pragma once

#include <CLI/CLI.hpp>

namespace madoguchi::cli {

void add_card_command(CLI::App& program);
void add_face_command(CLI::App& program);
void add_eligibility_command(CLI::App& program);
void add_trust_command(CLI::App& program);

} // namespace madoguchi::cli

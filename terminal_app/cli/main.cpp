#include "terminal_app/cli/commands.hpp"

int main(int argc, char** argv) {
    CLI::App program("Reads, proves and explains My Number cards, faces and eligibility answers");
    program.require_subcommand(1);
    madoguchi::cli::add_card_command(program);
    madoguchi::cli::add_face_command(program);
    madoguchi::cli::add_eligibility_command(program);
    CLI11_PARSE(program, argc, argv);
    return 0;
}

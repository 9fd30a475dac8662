#include "terminal_app/cli/commands.hpp"

int main(int argc, char** argv) {
    CLI::App program("Reads, proves and explains My Number cards, faces and eligibility answers");
    program.require_subcommand(1);
    madoguchi::cli::add_card_command(program);
    madoguchi::cli::add_face_command(program);
    madoguchi::cli::add_eligibility_command(program);
    madoguchi::cli::add_fallback_command(program);
    madoguchi::cli::add_identity_command(program);
    madoguchi::cli::add_journal_command(program);
    madoguchi::cli::add_later_command(program);
    madoguchi::cli::add_surface_command(program);
    madoguchi::cli::add_trace_command(program);
    madoguchi::cli::add_trust_command(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::RuntimeError& answer) { // a command's own exit status
        return answer.get_exit_code();
    } catch (const CLI::ParseError& wrong) { // or a request for help, which is not wrong
        constexpr int status_wrong_usage = 2;
        return program.exit(wrong) == 0 ? 0 : status_wrong_usage;
    }
    return 0;
}

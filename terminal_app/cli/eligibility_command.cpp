#include "eligibility/oqs/code_catalogue.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/eligibility_actions.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace madoguchi::cli {

void give_up_eligibility(std::string_view command, std::string_view cause) {
    fmt::print(stderr, "madoguchi eligibility {}: {}\n", command, cause);
    throw CLI::RuntimeError(eligibility_failed);
}

Bytes read_eligibility_file(std::string_view command, const std::filesystem::path& path,
                            std::size_t limit) {
    const auto content = eligibility::oqs::read_at_most(path, limit);
    if (!content || !*content) {
        give_up_eligibility(
            command, "the file is missing or cannot be read; check its path and permissions");
    }
    return **content;
}

void add_eligibility_codes(CLI::App& parent) {
    CLI::App* command =
        parent.add_subcommand("codes", "Lists every known code of the OQS files with its word");
    command->callback([] {
        for (const auto& vocabulary : eligibility::oqs::all_vocabularies()) {
            fmt::print("OQSCD{} {}\n", vocabulary.number, vocabulary.title);
            for (const auto& word : eligibility::oqs::words_of(vocabulary.number)) {
                fmt::print("  {:<4} {}\n", word.code, word.word);
            }
        }
    });
}

void add_eligibility_command(CLI::App& program) {
    CLI::App* command =
        program.add_subcommand("eligibility", "Reads, checks, sends and watches the files of the "
                                              "eligibility service");
    command->require_subcommand(1);
    add_eligibility_parse(*command);
    add_eligibility_validate(*command);
    add_eligibility_to_fhir(*command);
    add_eligibility_request(*command);
    add_eligibility_watch(*command);
    add_eligibility_codes(*command);
}

} // namespace madoguchi::cli

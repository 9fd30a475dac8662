#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/identity_actions.hpp"

#include <fmt/format.h>

#include <memory>

namespace madoguchi::cli {

namespace {

using Options = std::shared_ptr<IdentityOptions>;

void add_common(CLI::App& command, const Options& options) {
    command.add_option(
        "--tables", options->tables,
        "Folder with kanji_variants*.tsv and places.tsv instead of the built-in tables");
    command.add_flag("--json", options->json, "Print one JSON object");
}

void run(const Options& options, int (*action)(const IdentityOptions&)) {
    if (const int status = action(*options); status != exit_yes) {
        throw CLI::RuntimeError(status);
    }
}

void add_compare(CLI::App& parent) {
    auto options = std::make_shared<IdentityOptions>();
    auto* const command = parent.add_subcommand(
        "compare", "Are two records of one person? Item by item, with the rule that decided");
    command->add_option("A", options->left, "A record as JSON, for example of card export")
        ->required();
    command->add_option("B", options->right, "Another record")->required();
    command->add_flag("--show-personal", options->show_personal,
                      "Also show how sex compares, and a name made whole from a card's");
    add_common(*command, options);
    command->callback([options] { run(options, compare_identity); });
}

void add_evaluate(CLI::App& parent) {
    auto options = std::make_shared<IdentityOptions>();
    auto* const command = parent.add_subcommand(
        "evaluate", "Counts how often the comparison is right over pairs with a known verdict");
    command
        ->add_option("CASES", options->left, "Lines of item, left, right, expected; tabs between")
        ->required();
    command->add_flag("--show-personal", options->show_personal, "List the pairs judged wrongly");
    add_common(*command, options);
    command->callback([options] { run(options, evaluate_identity); });
}

} // namespace

eligibility::identity::ComparisonTables tables_for(const std::filesystem::path& folder) {
    using namespace eligibility::identity;
    if (folder.empty()) {
        return ComparisonTables::built_in();
    }
    auto tables = load_tables(folder);
    if (!tables) {
        const TableFault& fault = tables.error();
        const std::string where =
            fault.line == 0 ? fault.file : fmt::format("{} line {}", fault.file, fault.line);
        fmt::print(stderr, "madoguchi identity: {}: {}\n", where, fault.error.text());
        throw CLI::RuntimeError(exit_failed);
    }
    return std::move(*tables);
}

void add_identity_command(CLI::App& program) {
    CLI::App* const command = program.add_subcommand(
        "identity", "Compares records of people: card, eligibility answer, chart");
    command->require_subcommand(1);
    add_compare(*command);
    add_evaluate(*command);
}

} // namespace madoguchi::cli

#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/identity_actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <thread>

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

void add_check_file(CLI::App& parent) {
    using namespace eligibility::identity;
    auto options = std::make_shared<CheckFileOptions>();
    options->bulk.threads = std::max(1U, std::thread::hardware_concurrency());
    auto* const command = parent.add_subcommand(
        "check-file", "Compares two CSV files of people record by record, of any size");
    command->add_option("A", options->left, "CSV with a header; ordered by the key")->required();
    command->add_option("B", options->right, "Another one")->required();
    command->add_option("--key", options->key, "Column that pairs the records")->required();
    command->add_option("--report", options->report, "New file for the report")->required();
    command
        ->add_option_function<std::string>(
            "--encoding",
            [options](const std::string& name) {
                options->encoding = name == "utf-8" ? ListEncoding::Utf8 : ListEncoding::Cp932;
            },
            "utf-8 or cp932; without it found out by the files' beginnings")
        ->check(CLI::IsMember({"utf-8", "cp932"}));
    command
        ->add_option_function<std::string>(
            "--order",
            [options](const std::string& name) {
                options->bulk.order = name == "text" ? KeyOrder::Text : KeyOrder::Number;
            },
            "How the files are ordered by the key: number (default) or text")
        ->check(CLI::IsMember({"number", "text"}));
    command->add_option("--seed", options->bulk.seed, "Another number gives another sample");
    command->add_option("--threads", options->bulk.threads, "Default: all cores")
        ->check(CLI::Range(1, 256));
    add_common(*command, options);
    command->callback([options] {
        if (const int status = check_identity_files(*options); status != exit_yes) {
            throw CLI::RuntimeError(status);
        }
    });
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
    add_check_file(*command);
}

} // namespace madoguchi::cli

#include "eligibility/oqs/shared_folder.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/eligibility_report.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>

namespace madoguchi::cli {

namespace {

constexpr int status_failed = 1;
constexpr int status_no = 3;

struct ParseOptions {
    std::filesystem::path file;
    bool json = false;
    bool show_personal = false;
};

[[noreturn]] void give_up(std::string_view cause) {
    std::fprintf(stderr, "madoguchi eligibility parse: %.*s\n", static_cast<int>(cause.size()),
                 cause.data());
    throw CLI::RuntimeError(status_failed);
}

Bytes read_file(const std::filesystem::path& path) {
    const auto content = eligibility::oqs::read_at_most(path, eligibility::oqs::file_size_limit);
    if (!content || !*content) {
        give_up("the file is missing or cannot be read; check its path and permissions");
    }
    return **content;
}

void parse(const ParseOptions& options) {
    const Bytes content = read_file(options.file);
    const ParsedAnswer parsed{eligibility::oqs::file_kind(options.file.filename().string()),
                              content.size(), eligibility::oqs::read_answer(content)};
    const auto personal = options.show_personal ? PersonalData::Show : PersonalData::Hide;
    const std::string report =
        options.json ? to_json(parsed, personal).dump(2) + "\n" : to_text(parsed, personal);
    std::fputs(report.c_str(), stdout);
    if (!parsed.file) {
        throw CLI::RuntimeError(status_failed);
    }
    if (!outcome_of(parsed).is_eligible()) {
        throw CLI::RuntimeError(status_no);
    }
}

} // namespace

void add_eligibility_command(CLI::App& program) {
    CLI::App* command =
        program.add_subcommand("eligibility", "Explains what the eligibility service answered");
    command->require_subcommand(1);
    auto options = std::make_shared<ParseOptions>();
    CLI::App* parse_command =
        command->add_subcommand("parse", "Reads an answer or face file and names its outcome");
    parse_command->add_option("file", options->file, "An OQS answer or face file")->required();
    parse_command->add_flag("--json", options->json, "Print one JSON object");
    parse_command->add_flag("--show-personal", options->show_personal,
                            "Show name, birth date, address and insurance numbers");
    parse_command->callback([options] { parse(*options); });
}

} // namespace madoguchi::cli

#include "eligibility/oqs/validation.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "terminal_app/cli/eligibility_actions.hpp"
#include "terminal_app/cli/eligibility_message_report.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace madoguchi::cli {

namespace {

using namespace eligibility::oqs;

struct FileOptions {
    std::filesystem::path file;
    bool json = false;
    bool show_personal = false;
};

void parse(const FileOptions& options) {
    const ReadMessage message =
        read_message_file(options.file.filename().string(),
                          read_eligibility_file("parse", options.file, bulk_size_limit));
    const auto personal = options.show_personal ? PersonalData::Show : PersonalData::Hide;
    std::fputs(
        (options.json ? to_json(message, personal).dump(2) + "\n" : to_text(message, personal))
            .c_str(),
        stdout);
    if (const int status = exit_status(message); status != 0) {
        throw CLI::RuntimeError(status);
    }
}

void validate_file(const FileOptions& options) {
    const ReadMessage message =
        read_message_file(options.file.filename().string(),
                          read_eligibility_file("validate", options.file, bulk_size_limit));
    const auto json = validation_json(message);
    std::fputs((options.json ? json.dump(2) + "\n" : validation_text(json)).c_str(), stdout);
    if (!message.file) {
        throw CLI::RuntimeError(eligibility_failed);
    }
    if (!json["valid"].get<bool>()) {
        throw CLI::RuntimeError(eligibility_no);
    }
}

std::shared_ptr<FileOptions> add_file_options(CLI::App& command) {
    auto options = std::make_shared<FileOptions>();
    command.add_option("file", options->file, "A file of the OQS dialect")->required();
    command.add_flag("--json", options->json, "Print one JSON object");
    return options;
}

} // namespace

void add_eligibility_parse(CLI::App& parent) {
    CLI::App* command = parent.add_subcommand(
        "parse", "Reads any file of the OQS dialect and, of an answer, names the outcome");
    auto options = add_file_options(*command);
    command->add_flag("--show-personal", options->show_personal,
                      "Show name, birth date, address and insurance numbers");
    command->callback([options] { parse(*options); });
}

void add_eligibility_validate(CLI::App& parent) {
    CLI::App* command = parent.add_subcommand(
        "validate", "Tells what in a file of the OQS dialect is wrong or odd, without its values");
    auto options = add_file_options(*command);
    command->callback([options] { validate_file(*options); });
}

} // namespace madoguchi::cli

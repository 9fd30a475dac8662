#include "eligibility/fhir/fhir_answer.hpp"
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

void write_as_fhir(const FileOptions& options) {
    const ReadMessage message =
        read_message_file(options.file.filename().string(),
                          read_eligibility_file("to-fhir", options.file, file_size_limit));
    if (!message.file) {
        give_up_eligibility("to-fhir", message.file.error().text());
    }
    const auto* answer = std::get_if<eligibility::EligibilityAnswer>(&message.file->message);
    if (answer == nullptr) {
        give_up_eligibility("to-fhir", "the file is no answer; only single answers and face files "
                                       "have a form in FHIR");
    }
    std::fputs(eligibility::fhir::write_fhir_answer(*answer).c_str(), stdout);
}

std::shared_ptr<FileOptions> add_file_options(CLI::App& command) {
    auto options = std::make_shared<FileOptions>();
    command.add_option("file", options->file, "A file of the OQS dialect, or an answer as FHIR")
        ->required();
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

void add_eligibility_to_fhir(CLI::App& parent) {
    CLI::App* command = parent.add_subcommand(
        "to-fhir", "Prints an answer, with everything in it, as FHIR R4 with JP Core's names");
    auto options = std::make_shared<FileOptions>();
    command->add_option("file", options->file, "An answer or face file")->required();
    command->callback([options] { write_as_fhir(*options); });
}

} // namespace madoguchi::cli

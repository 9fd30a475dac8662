#include "eligibility/fhir/fhir_link.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/oqs_folder_link.hpp"
#include "eligibility/oqs/oqs_job_link.hpp"
#include "terminal_app/cli/eligibility_actions.hpp"
#include "terminal_app/cli/eligibility_message_report.hpp"
#include "terminal_app/cli/eligibility_request_document.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>

namespace madoguchi::cli {

namespace {

using namespace eligibility;

struct RequestOptions {
    std::filesystem::path folder;
    std::string service;
    fhir::HttpsEndpoint credentials; // its files
    unsigned wait_seconds = 30;
    bool shift_jis = false;
    bool zero_filled = false;
    bool json = false;
    bool show_personal = false;
};

constexpr std::size_t input_limit = std::size_t{1} << 20U;

std::string standard_input() {
    std::string text(input_limit + 1, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() > input_limit) {
        give_up_eligibility("request", "the question on standard input is larger than 1 MiB");
    }
    return text;
}

class Asker {
public:
    explicit Asker(const RequestOptions& options)
        : settings_{.folder = options.folder,
                    .format = {options.shift_jis ? oqs::TextEncoding::ShiftJis
                                                 : oqs::TextEncoding::Utf8,
                               options.zero_filled ? '0' : ' '}},
          options_(options),
          deadline_(Deadline::after(std::chrono::seconds{options.wait_seconds})) {}

    Result<oqs::Message> operator()(const EligibilityRequest& request) const {
        if (!options_.service.empty()) {
            return oqs::Message(MADOGUCHI_TRY(ask_service(request)));
        }
        return oqs::Message(MADOGUCHI_TRY(oqs::OqsFolderLink(settings_).ask(request, deadline_)));
    }
    Result<oqs::Message> operator()(const ReferenceRegistration& registration) const {
        return oqs::Message(MADOGUCHI_TRY(
            oqs::OqsJobLink(settings_).register_reference(registration, today_, deadline_)));
    }
    Result<oqs::Message> operator()(const UploadDocument& upload) const {
        return oqs::Message(MADOGUCHI_TRY(
            oqs::OqsJobLink(settings_).upload(upload.kind, upload.job, today_, deadline_)));
    }
    Result<oqs::Message> operator()(const DownloadDocument& download) const {
        auto end = MADOGUCHI_TRY(
            oqs::OqsJobLink(settings_).download(download.kind, download.job, today_, deadline_));
        if (auto* result = std::get_if<BulkResult>(&end)) {
            return oqs::Message(std::move(*result));
        }
        BulkResult working; // as the service says it
        working.header.segment = {"2", ResultSegment::Pending};
        working.header.session_id = download.job.session_id;
        working.reception_number = download.job.reception_number;
        return oqs::Message(std::move(working));
    }

private:
    Result<EligibilityAnswer> ask_service(const EligibilityRequest& request) const {
        auto endpoint = MADOGUCHI_TRY(fhir::parse_https_address(options_.service));
        endpoint.trusted_certificates = options_.credentials.trusted_certificates;
        endpoint.certificate = options_.credentials.certificate;
        endpoint.key = options_.credentials.key;
        return fhir::FhirLink(std::move(endpoint), clock_).ask(request, deadline_);
    }

    oqs::OqsFolderSettings settings_;
    const RequestOptions& options_;
    Deadline deadline_;
    SystemClock clock_;
    CivilDate today_ = date_in_japan(SystemClock().civil_now());
};

void request(const RequestOptions& options) {
    const auto document =
        read_request_document(standard_input(), date_in_japan(SystemClock().civil_now()));
    if (!document) {
        give_up_eligibility("request", document.error().text());
    }
    if (!options.service.empty() && !std::holds_alternative<EligibilityRequest>(*document)) {
        give_up_eligibility("request", "a FHIR service is asked questions only; registrations and "
                                       "bulk jobs go through the folders (--folder)");
    }
    auto message = std::visit(Asker(options), *document);
    if (!message) {
        give_up_eligibility("request", message.error().text());
    }
    const ReadMessage answer{oqs::FileKind::Answer, 0,
                             oqs::MessageFile{std::move(*message), {}, {}, {}, {}}};
    const auto personal = options.show_personal ? PersonalData::Show : PersonalData::Hide;
    std::fputs((options.json ? to_json(answer, personal).dump(2) + "\n" : to_text(answer, personal))
                   .c_str(),
               stdout);
    if (const int status = exit_status(answer); status != 0) {
        throw CLI::RuntimeError(status);
    }
}

} // namespace

void add_eligibility_request(CLI::App& parent) {
    CLI::App* command = parent.add_subcommand(
        "request", "Asks the service the question on standard input (JSON) and reports the answer");
    auto options = std::make_shared<RequestOptions>();
    auto* folder = command->add_option("--folder", options->folder, "Folder with req and res");
    auto* service = command->add_option("--service", options->service,
                                        "Address of a FHIR service, instead of a folder");
    folder->excludes(service);
    auto& credentials = options->credentials;
    for (auto [name, file, what] :
         {std::tuple{"--authority", &credentials.trusted_certificates, "PEM: its issuers"},
          std::tuple{"--certificate", &credentials.certificate, "PEM: our certificate"},
          std::tuple{"--key", &credentials.key, "PEM: its key"}}) {
        auto* option = command->add_option(name, *file, what)->needs(service);
        service->needs(option);
    }
    command->add_option("--wait", options->wait_seconds, "Seconds to wait for the answer")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    command->add_flag("--shift-jis", options->shift_jis, "Write the request in Shift_JIS");
    command->add_flag("--zero-filled", options->zero_filled,
                      "Fill short insurer numbers with zeros instead of spaces");
    command->add_flag("--json", options->json, "Print one JSON object");
    command->add_flag("--show-personal", options->show_personal, "As for parse");
    command->callback([=] {
        if (folder->count() + service->count() == 0) {
            throw CLI::RequiredError("--folder or --service");
        }
        request(*options);
    });
}

} // namespace madoguchi::cli

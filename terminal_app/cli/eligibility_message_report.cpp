#include "terminal_app/cli/eligibility_message_report.hpp"

#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/oqs/validation.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "eligibility/oqs/zip_archive.hpp"
#include "terminal_app/cli/eligibility_actions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::cli {

namespace {

using namespace eligibility;
using Json = nlohmann::ordered_json;
using oqs::form_of;

// The report of single answers, made of what was read already.
ParsedAnswer as_answer(const ReadMessage& message) {
    if (!message.file) {
        return {message.kind, message.size, fail(message.file.error())};
    }
    EligibilityAnswer answer = std::get<EligibilityAnswer>(message.file->message);
    answer.unknown_elements = message.file->unknown_elements;
    answer.findings = message.file->findings;
    return {message.kind, message.size,
            oqs::AnswerFile{std::move(answer), message.file->encoding, message.file->evidence}};
}

bool is_single_answer(const ReadMessage& message) {
    return !message.file || std::holds_alternative<EligibilityAnswer>(message.file->message);
}

CivilDate day_of(const AnswerHeader& header) {
    return header.confirmation_date.value_or(date_in_japan(SystemClock().civil_now()));
}

void add_header(Json& json, const AnswerHeader& header) {
    json["session_id"] = header.session_id;
    json["segment"] = header.segment.code;
    json["error_code"] = header.error_code;
    json["error_message"] = header.error_message;
}

void describe(Json& json, const NumberQuestion& question) {
    json["session_id"] = question.session_id;
}
void describe(Json& json, const EligibilityAnswer& answer) {
    json["session_id"] = answer.session_id;
}
void describe(Json& json, const ReferenceRegistration& registration) {
    json["session_id"] = registration.session_id;
}
void describe(Json& json, const RegistrationAnswer& answer) {
    add_header(json, answer.header);
    json["registered"] = answer.is_registered();
}
void describe(Json& json, const BulkUpload& job) {
    json["session_id"] = job.session_id;
    json["questions"] = job.searches.size() + job.entries.size();
}
void describe(Json& json, const BulkReceipt& receipt) {
    add_header(json, receipt.header);
    json["reception_number"] = receipt.reception_number;
}
void describe(Json& json, const BulkDownload& job) {
    json["session_id"] = job.session_id;
    json["reception_number"] = job.reception_number;
}
void describe(Json& json, const BulkResult& result) {
    add_header(json, result.header);
    json["reception_number"] = result.reception_number;
    json["outcomes"] = Json::array();
    for (const BulkUnit& unit : result.units) {
        const auto outcome = decide_outcome(single_answer(result, unit), day_of(result.header));
        json["outcomes"].push_back(name_of(outcome.kind));
    }
}

Json error_json(const Error& error) {
    return {{"code", name_of(error.code())}, {"text", error.text()}};
}

bool says_yes(const oqs::Message& message) {
    if (const auto* answer = std::get_if<RegistrationAnswer>(&message)) {
        return answer->is_registered();
    }
    if (const auto* receipt = std::get_if<BulkReceipt>(&message)) {
        return !receipt->reception_number.empty();
    }
    if (const auto* result = std::get_if<BulkResult>(&message)) {
        for (const BulkUnit& unit : result->units) {
            if (!decide_outcome(single_answer(*result, unit), day_of(result->header))
                     .is_eligible()) {
                return false;
            }
        }
        return result->header.segment.means(ResultSegment::Normal);
    }
    return true;
}

void add_violation(Json& list, std::string_view severity, std::size_t record,
                   std::string_view element, std::string_view rule) {
    list.push_back(
        {{"severity", severity}, {"record", record}, {"element", element}, {"rule", rule}});
}

bool looks_like_json(ByteView content) {
    const auto first = std::find_if(content.begin(), content.end(), [](std::uint8_t byte) {
        return byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n';
    });
    return first != content.end() && *first == '{';
}

Result<oqs::MessageFile> read_fhir(ByteView content) {
    EligibilityAnswer answer = MADOGUCHI_TRY(fhir::read_fhir_answer(as_text(content)));
    oqs::MessageFile file;
    file.unknown_elements = answer.unknown_elements;
    file.message = std::move(answer);
    return file;
}

} // namespace

ReadMessage read_message_file(const std::string& name, ByteView content) {
    const oqs::FileName parsed = oqs::parse_file_name(name);
    const auto form = parsed.form();
    if (oqs::looks_like_zip(content)) {
        const auto unpacked = oqs::unpack_single_file(content, oqs::bulk_size_limit);
        if (!unpacked) {
            return {parsed.kind, content.size(), fail(unpacked.error())};
        }
        return {parsed.kind, content.size(),
                oqs::read_message(*unpacked, oqs::MessageForm::BulkResult)};
    }
    if (looks_like_json(content)) {
        return {parsed.kind, content.size(), read_fhir(content)};
    }
    ReadMessage message{parsed.kind, content.size(), oqs::read_message(content, form)};
    message.is_named_otherwise = message.file && form && *form != form_of(message.file->message);
    return message;
}

Json to_json(const ReadMessage& message, PersonalData personal) {
    Json json;
    if (is_single_answer(message)) {
        json = to_json(as_answer(message), personal);
        json["form"] = message.file ? Json("answer") : Json(nullptr);
        return json;
    }
    const oqs::MessageFile& file = *message.file;
    json = {{"form", name_of(form_of(file.message))},
            {"file_kind", name_of(message.kind)},
            {"bytes", message.size},
            {"encoding", name_of(file.encoding)},
            {"encoding_found_by", name_of(file.evidence)}};
    std::visit([&](const auto& form) { describe(json, form); }, file.message);
    json["unknown_elements"] = file.unknown_elements;
    json["findings"] = Json::array();
    for (const AnswerFinding& finding : file.findings) {
        json["findings"].push_back(finding.text.view());
    }
    return json;
}

std::string to_text(const ReadMessage& message, PersonalData personal) {
    if (is_single_answer(message)) {
        return to_text(as_answer(message), personal);
    }
    const Json report = to_json(message, personal); // named: a loop would outlive a temporary one
    std::string text;
    for (const auto& [key, value] : report.items()) {
        text += fmt::format("{:<18}{}\n", key,
                            value.is_string() ? value.get<std::string>() : value.dump());
    }
    return text;
}

int exit_status(const ReadMessage& message) {
    if (!message.file) {
        return eligibility_failed;
    }
    const bool yes = is_single_answer(message) ? outcome_of(as_answer(message)).is_eligible()
                                               : says_yes(message.file->message);
    return yes ? 0 : eligibility_no;
}

Json validation_json(const ReadMessage& message) {
    if (!message.file) {
        return {{"form", nullptr},
                {"valid", false},
                {"error", error_json(message.file.error())},
                {"violations", Json::array()}};
    }
    const oqs::MessageFile& file = *message.file;
    Json list = Json::array();
    bool valid = true;
    for (const oqs::Violation& violation : oqs::validate(file.message)) {
        valid = valid && violation.severity != oqs::Severity::Wrong;
        add_violation(list, name_of(violation.severity), violation.record, violation.element,
                      violation.rule.view());
    }
    for (const AnswerFinding& finding : file.findings) {
        add_violation(list, "odd", 0, "", finding.text.view());
    }
    for (const std::string& element : file.unknown_elements) {
        add_violation(list, "odd", 0, element, "the element is not known to this version");
    }
    if (message.is_named_otherwise) {
        add_violation(list, "odd", 0, "", "the file's name promises another form");
    }
    return {{"form", name_of(form_of(file.message))},
            {"valid", valid},
            {"error", nullptr},
            {"violations", list}};
}

std::string validation_text(const Json& json) {
    if (!json["error"].is_null()) {
        return fmt::format("unreadable  {}\n", json["error"]["text"].get<std::string>());
    }
    std::string text =
        fmt::format("form        {}\nvalid       {}\n", json["form"].get<std::string>(),
                    json["valid"].get<bool>() ? "yes" : "no");
    for (const Json& violation : json["violations"]) {
        text += fmt::format("{:<12}record {}: {}: {}\n", violation["severity"].get<std::string>(),
                            violation["record"].get<std::size_t>(),
                            violation["element"].get<std::string>(),
                            violation["rule"].get<std::string>());
    }
    return text;
}

} // namespace madoguchi::cli

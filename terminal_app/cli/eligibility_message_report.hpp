// What "madoguchi eligibility" says of files of every form. The JSON forms are documented in
// docs/command-line.md.
#pragma once

#include "eligibility/oqs/message.hpp"
#include "terminal_app/cli/eligibility_report.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace madoguchi::cli {

struct ReadMessage {
    eligibility::oqs::FileKind kind = eligibility::oqs::FileKind::Other;
    std::size_t size = 0; // bytes
    Result<eligibility::oqs::MessageFile> file;
    bool is_named_otherwise = false; // the name promises another form than the content has
};

// By name and content. A ZIP archive counts as the file in it; JSON is an answer as FHIR.
[[nodiscard]] ReadMessage read_message_file(const std::string& name, ByteView content);

// Of an answer the report of eligibility_report, with "form"; of others what they say of themselves
// and nothing of a person.
[[nodiscard]] nlohmann::ordered_json to_json(const ReadMessage& message, PersonalData personal);
[[nodiscard]] std::string to_text(const ReadMessage& message, PersonalData personal);

// 0 for a request, a receipt, and answers that say yes; 3 for answers that say no; 1 unreadable.
[[nodiscard]] int exit_status(const ReadMessage& message);

// {"form", "valid", "violations": [{"severity", "record", "element", "rule"}]}, "error" when
// unreadable. Unknown elements and oddities of the encoding count as odd; only wrong is not valid.
[[nodiscard]] nlohmann::ordered_json validation_json(const ReadMessage& message);
[[nodiscard]] std::string validation_text(const nlohmann::ordered_json& json);

} // namespace madoguchi::cli

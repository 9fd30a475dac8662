// What "madoguchi eligibility parse" says about a file. The JSON form is documented in
// docs/command-line.md and stays as it is.
#pragma once

#include "eligibility/model/outcome.hpp"
#include "eligibility/oqs/answer_reader.hpp"
#include "eligibility/oqs/file_names.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>

namespace madoguchi::cli {

enum class PersonalData : std::uint8_t { Hide, Show };

struct ParsedAnswer {
    eligibility::oqs::FileKind kind = eligibility::oqs::FileKind::Other;
    std::size_t size = 0; // bytes
    Result<eligibility::oqs::AnswerFile> file;
};

// The outcome on the answer's own day or, where it names none, today; "unreadable" for an error.
[[nodiscard]] eligibility::Outcome outcome_of(const ParsedAnswer& parsed);

[[nodiscard]] nlohmann::ordered_json to_json(const ParsedAnswer& parsed, PersonalData personal);
[[nodiscard]] std::string to_text(const ParsedAnswer& parsed, PersonalData personal);

} // namespace madoguchi::cli

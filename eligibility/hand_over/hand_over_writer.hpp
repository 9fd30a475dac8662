// Hands a reception's result to the receipt computer (レセコン) as a file of the shape that the
// national face application writes, so that software which reads those reads ours; and beside it,
// where that is wanted, as plain JSON and as FHIR (docs/eligibility-files.md).
#pragma once

#include "eligibility/model/answer_content.hpp"
#include "eligibility/oqs/fitted_message.hpp"
#include "eligibility/oqs/text_encoding.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi::eligibility {

struct HandOver {
    EligibilityAnswer answer;
    std::vector<Consent> consents; // the patient's, given at our terminal; replace the answer's
    std::string facility_code;     // 10 digits
    std::string session_id;
    CivilTime received_at;
};

// What the receiving system takes.
struct HandOverFormat {
    oqs::TextEncoding encoding = oqs::TextEncoding::Utf8;
    // Unicode: nothing is replaced, and what the encoding lacks is an error.
    oqs::Repertoire repertoire = oqs::Repertoire::Unicode;
    // The same beside it, for programs that read no face files; always with every character.
    bool with_json = false;
    bool with_fhir = false; // a CoverageEligibilityResponse (fhir/fhir_answer.hpp)
};

struct HandedOver {
    std::filesystem::path file;
    // Of the same stem, ending in .json and .fhir.json; empty without one.
    std::filesystem::path json;
    std::filesystem::path fhir;
    std::vector<oqs::ElementReplacement> replacements; // in the face file alone
    std::vector<AnswerContent> contents;               // kinds of data that left
};

class HandOverWriter {
public:
    explicit HandOverWriter(std::filesystem::path folder, HandOverFormat format = {});

    // Writes new files, each whole or not at all, the face file last: whoever waits for it finds
    // the others beside it. Their name tells the facility and the moment, nothing of the patient.
    // What the patient did not consent to is left out. One that cannot be written takes the others
    // with it. Errors: LinkUnavailable (folder missing or not writable), TextInvalid (a character
    // that the encoding lacks).
    [[nodiscard]] Result<HandedOver> write(const HandOver& hand_over) const;

private:
    std::filesystem::path folder_;
    HandOverFormat format_;
};

} // namespace madoguchi::eligibility

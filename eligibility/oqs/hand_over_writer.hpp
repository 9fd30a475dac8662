// Hands a reception's result to the receipt computer (レセコン) as a file of the shape that the
// national face application writes, so that software which reads those reads ours.
#pragma once

#include "eligibility/model/answer_content.hpp"
#include "eligibility/oqs/fitted_message.hpp"
#include "eligibility/oqs/text_encoding.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi::eligibility::oqs {

struct HandOver {
    EligibilityAnswer answer;
    std::vector<Consent> consents; // the patient's, given at our terminal; replace the answer's
    std::string facility_code;     // 10 digits
    std::string session_id;
    CivilTime received_at;
};

// What the receiving system takes.
struct HandOverFormat {
    TextEncoding encoding = TextEncoding::Utf8;
    // Unicode: nothing is replaced, and what the encoding lacks is an error.
    Repertoire repertoire = Repertoire::Unicode;
    bool with_json = false; // the same as JSON beside it, for programs that read no face files
};

struct HandedOver {
    std::filesystem::path file;
    std::filesystem::path json;                   // empty without one; same name, ending in .json
    std::vector<ElementReplacement> replacements; // in the face file; the JSON file has none
    std::vector<AnswerContent> contents;          // kinds of data that left
};

class HandOverWriter {
public:
    explicit HandOverWriter(std::filesystem::path folder, HandOverFormat format = {});

    // Writes new files, each whole or not at all. Their name tells the facility and the moment,
    // nothing of the patient. What the patient did not consent to is left out. A JSON file that
    // cannot be written takes the face file with it. Errors: LinkUnavailable (folder missing or not
    // writable), TextInvalid (a character that the encoding lacks).
    [[nodiscard]] Result<HandedOver> write(const HandOver& hand_over) const;

private:
    [[nodiscard]] Result<std::filesystem::path> place(const HandOver& hand_over,
                                                      ByteView content) const;

    std::filesystem::path folder_;
    HandOverFormat format_;
};

} // namespace madoguchi::eligibility::oqs

// Hands a reception's result to the receipt computer (レセコン) as a file of the shape that the
// national face application writes, so that software which reads those reads ours.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
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

class HandOverWriter {
public:
    explicit HandOverWriter(std::filesystem::path folder,
                            TextEncoding encoding = TextEncoding::Utf8);

    // Writes one new file, whole or not at all, and gives its path. The name tells the facility
    // and the moment, nothing of the patient. Errors: LinkUnavailable (folder missing or not
    // writable), TextInvalid (a character that the encoding lacks).
    [[nodiscard]] Result<std::filesystem::path> write(const HandOver& hand_over) const;

private:
    std::filesystem::path folder_;
    TextEncoding encoding_;
};

} // namespace madoguchi::eligibility::oqs

// Messages for systems that do not take every character.
#pragma once

#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/repertoire.hpp"

#include <string>
#include <vector>

namespace madoguchi::eligibility::oqs {

struct ElementReplacement {
    std::string element; // its name
    Replacement replacement;

    friend bool operator==(const ElementReplacement&, const ElementReplacement&) = default;
};

struct FittedMessage {
    Bytes content;
    std::vector<ElementReplacement> replacements;
};

// As write_message, every text within the repertoire. Errors: TextInvalid (with a repertoire that
// holds more than the encoding does).
[[nodiscard]] Result<FittedMessage> write_fitted(const Message& message, TextEncoding encoding,
                                                 Repertoire repertoire);

} // namespace madoguchi::eligibility::oqs

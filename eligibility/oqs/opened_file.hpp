// The steps that reading any OQS file begins with: form, encoding, XML, header and body.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/oqs/text_encoding.hpp"
#include "eligibility/oqs/xml_document.hpp"

#include <string_view>
#include <vector>

namespace madoguchi::eligibility::oqs {

struct OpenedFile {
    DecodedText decoded;
    pugi::xml_document document;
};

// Errors: AnswerUnreadable, with a text that names the cause.
[[nodiscard]] Result<OpenedFile> open_file(ByteView file, std::size_t size_limit);

struct MessageParts {
    pugi::xml_node header; // either may be empty, neither stands twice
    pugi::xml_node body;
};

// document must outlive the parts. Errors: AnswerUnreadable.
[[nodiscard]] Result<MessageParts> parts_of(const pugi::xml_document& document);

// Where mark, declaration and CharacterCodeIdentifier (empty: absent) disagree.
[[nodiscard]] std::vector<AnswerFinding> encoding_findings(const DecodedText& decoded,
                                                           std::string_view character_code);

// One known writer puts the prescription's form into each person instead of beside them.
void lift_prescription(EligibilityAnswer& answer);

} // namespace madoguchi::eligibility::oqs

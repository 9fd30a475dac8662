#include "eligibility/oqs/answer_reader.hpp"

#include "eligibility/oqs/answer_layout.hpp"
#include "eligibility/oqs/record_reader.hpp"

#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::array<std::uint8_t, 3> byte_order_mark{0xEF, 0xBB, 0xBF};

// Any XML file begins with "<", white space and a byte order mark aside.
bool looks_like_xml(ByteView file) {
    const std::size_t mark = file.size() >= 3 && same_bytes(file.first(3), byte_order_mark) ? 3 : 0;
    for (const std::uint8_t byte : file.subspan(mark)) {
        if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n') {
            return byte == '<';
        }
    }
    return false;
}

Result<void> check_form(ByteView file) {
    if (file.empty()) {
        return fail(ErrorCode::AnswerUnreadable, "the file is empty");
    }
    if (file.size() > file_size_limit) {
        return fail(ErrorCode::AnswerUnreadable, "the file is larger than 1 MiB");
    }
    if (!looks_like_xml(file)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file is not XML; if encryption is on for this file prefix, turn it off in "
                    "encrypt.conf of the linking application");
    }
    return {};
}

// One known writer puts the prescription's form into each person instead of beside them.
void lift_prescription(EligibilityAnswer& answer) {
    for (PersonRecord& person : answer.persons) {
        if (answer.prescription.is_absent()) {
            answer.prescription = person.prescription;
        }
        person.prescription = {};
    }
}

std::vector<AnswerFinding> encoding_findings(const EligibilityAnswer& answer,
                                             const DecodedText& decoded) {
    std::vector<AnswerFinding> findings;
    if (decoded.declared && *decoded.declared != decoded.encoding) {
        findings.push_back(
            {"the byte order mark and the XML declaration name different encodings"});
    }
    const std::string_view expected = decoded.encoding == TextEncoding::Utf8 ? "0" : "1";
    if (!answer.character_code.empty() && answer.character_code != expected) {
        findings.push_back({"CharacterCodeIdentifier names another encoding than the file has"});
    }
    return findings;
}

// The child of that name, or an empty node. Two of them would be two answers in one.
Result<pugi::xml_node> single_child(pugi::xml_node parent, const char* name) {
    const pugi::xml_node child = parent.child(name);
    if (child.next_sibling(name)) {
        return fail(ErrorCode::AnswerUnreadable, "an element stands twice in one record");
    }
    return child;
}

Result<EligibilityAnswer> read_message(pugi::xml_node message) {
    UnknownElements unknown;
    const pugi::xml_node header = MADOGUCHI_TRY(single_child(message, "MessageHeader"));
    const pugi::xml_node body = MADOGUCHI_TRY(single_child(message, "MessageBody"));
    EligibilityAnswer answer =
        MADOGUCHI_TRY(read_record(header, answer_header_layout, EligibilityAnswer{}, unknown));
    if (answer.segment.is_absent()) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file states no SegmentOfResult: it is not an eligibility answer");
    }
    answer = MADOGUCHI_TRY(read_record(body, answer_body_layout, std::move(answer), unknown));
    lift_prescription(answer);
    answer.unknown_elements = unknown.names();
    return answer;
}

} // namespace

Result<AnswerFile> read_answer(ByteView file) {
    MADOGUCHI_TRY(check_form(file));
    const DecodedText decoded = MADOGUCHI_TRY(decode(file));
    const pugi::xml_document document = MADOGUCHI_TRY(parse_xml(decoded.text));
    const pugi::xml_node message = document.document_element();
    if (std::string_view(message.name()) != "XmlMsg") {
        return fail(ErrorCode::AnswerUnreadable, "the XML is not of the national service");
    }
    EligibilityAnswer answer = MADOGUCHI_TRY(read_message(message));
    answer.findings = encoding_findings(answer, decoded);
    return AnswerFile{std::move(answer), decoded.encoding, decoded.evidence};
}

} // namespace madoguchi::eligibility::oqs

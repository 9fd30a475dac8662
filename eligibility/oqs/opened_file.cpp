#include "eligibility/oqs/opened_file.hpp"

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

Result<void> check_form(ByteView file, std::size_t size_limit) {
    if (file.empty()) {
        return fail(ErrorCode::AnswerUnreadable, "the file is empty");
    }
    if (file.size() > size_limit) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file is larger than 1 MiB (results of bulk jobs: 16 MiB)");
    }
    if (!looks_like_xml(file)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file is not XML; if encryption is on for this file prefix, turn it off in "
                    "encrypt.conf of the linking application");
    }
    return {};
}

// The child of that name, or an empty node. Two of them would be two answers in one.
Result<pugi::xml_node> single_child(pugi::xml_node parent, const char* name) {
    const pugi::xml_node child = parent.child(name);
    if (child.next_sibling(name)) {
        return fail(ErrorCode::AnswerUnreadable, "an element stands twice in one record");
    }
    return child;
}

} // namespace

Result<OpenedFile> open_file(ByteView file, std::size_t size_limit) {
    MADOGUCHI_TRY(check_form(file, size_limit));
    DecodedText decoded = MADOGUCHI_TRY(decode(file));
    pugi::xml_document document = MADOGUCHI_TRY(parse_xml(decoded.text));
    return OpenedFile{std::move(decoded), std::move(document)};
}

Result<MessageParts> parts_of(const pugi::xml_document& document) {
    const pugi::xml_node message = document.document_element();
    if (std::string_view(message.name()) != "XmlMsg") {
        return fail(ErrorCode::AnswerUnreadable, "the XML is not of the national service");
    }
    return MessageParts{MADOGUCHI_TRY(single_child(message, "MessageHeader")),
                        MADOGUCHI_TRY(single_child(message, "MessageBody"))};
}

std::vector<AnswerFinding> encoding_findings(const DecodedText& decoded,
                                             std::string_view character_code) {
    std::vector<AnswerFinding> findings;
    if (decoded.declared && *decoded.declared != decoded.encoding) {
        findings.push_back(
            {"the byte order mark and the XML declaration name different encodings"});
    }
    const std::string_view expected = decoded.encoding == TextEncoding::Utf8 ? "0" : "1";
    if (!character_code.empty() && character_code != expected) {
        findings.push_back({"CharacterCodeIdentifier names another encoding than the file has"});
    }
    return findings;
}

void lift_prescription(EligibilityAnswer& answer) {
    for (PersonRecord& person : answer.persons) {
        if (answer.prescription.is_absent()) {
            answer.prescription = person.prescription;
        }
        person.prescription = {};
    }
}

} // namespace madoguchi::eligibility::oqs

#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/message_layout.hpp"
#include "eligibility/oqs/record_writer.hpp"
#include "eligibility/oqs/xml_document.hpp"

namespace madoguchi::eligibility::oqs {

namespace {

std::string_view character_code(TextEncoding encoding) {
    return encoding == TextEncoding::Utf8 ? "0" : "1"; // OQSCD005
}

// Answers say in which encoding they are; requests do not.
template <typename Form>
void label(Form& message, TextEncoding encoding) {
    if constexpr (requires { message.header.character_code; }) {
        message.header.character_code = character_code(encoding);
    } else if constexpr (requires { message.character_code; }) {
        message.character_code = character_code(encoding);
    }
}

template <typename Form>
Result<Bytes> write_form(Form message, TextEncoding encoding) {
    label(message, encoding);
    pugi::xml_document document = new_document(name_of(encoding));
    const pugi::xml_node root = append_element(document.root(), "XmlMsg");
    write_record(append_element(root, "MessageHeader"), LayoutOf<Form>::header, message);
    write_record(append_element(root, "MessageBody"), LayoutOf<Form>::body, message);
    return encode(to_text(document), encoding);
}

} // namespace

Result<Bytes> write_message(const Message& message, TextEncoding encoding) {
    return std::visit([&](const auto& form) { return write_form(form, encoding); }, message);
}

} // namespace madoguchi::eligibility::oqs

#include "eligibility/oqs/answer_writer.hpp"

#include "eligibility/oqs/answer_layout.hpp"
#include "eligibility/oqs/record_writer.hpp"
#include "eligibility/oqs/xml_document.hpp"

namespace madoguchi::eligibility::oqs {

Result<Bytes> write_answer(const EligibilityAnswer& answer, TextEncoding encoding) {
    EligibilityAnswer labelled = answer;
    labelled.character_code = encoding == TextEncoding::Utf8 ? "0" : "1";
    pugi::xml_document document = new_document(name_of(encoding));
    const pugi::xml_node message = append_element(document.root(), "XmlMsg");
    write_record(append_element(message, "MessageHeader"), answer_header_layout, labelled);
    write_record(append_element(message, "MessageBody"), answer_body_layout, labelled);
    return encode(to_text(document), encoding);
}

} // namespace madoguchi::eligibility::oqs

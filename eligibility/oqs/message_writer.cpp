#include "eligibility/oqs/fitted_message.hpp"
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

// A request is told by an element of its body; where it says nothing, that element stands empty.
template <typename Form>
const char* told_by_empty(const Form& message) {
    if constexpr (std::is_same_v<Form, NumberQuestion>) {
        return message.search ? nullptr : "QualificationConfirmSearchInfo";
    } else if constexpr (std::is_same_v<Form, BulkUpload>) {
        const bool says_something = !message.searches.empty() || !message.entries.empty() ||
                                    message.consent_from || message.consent_to ||
                                    message.examination_from || message.examination_to ||
                                    !message.treatment_month.empty();
        return says_something ? nullptr : "MedicalTreatmentMonth";
    } else if constexpr (std::is_same_v<Form, BulkDownload>) {
        return message.reception_number.empty() ? "ReceptionNumber" : nullptr;
    } else {
        return nullptr;
    }
}

template <typename Form>
pugi::xml_document document_of(Form message, TextEncoding encoding) {
    label(message, encoding);
    pugi::xml_document document = new_document(name_of(encoding));
    const pugi::xml_node root = append_element(document.root(), "XmlMsg");
    write_record(append_element(root, "MessageHeader"), LayoutOf<Form>::header, message);
    const pugi::xml_node body = append_element(root, "MessageBody");
    write_record(body, LayoutOf<Form>::body, message);
    if (const char* element = told_by_empty(message)) {
        append_element(body, element);
    }
    return document;
}

// Fits every text of the document and remembers what it replaced.
class Fitter final : public pugi::xml_tree_walker {
public:
    explicit Fitter(Repertoire repertoire) noexcept : repertoire_(repertoire) {}

    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_pcdata) {
            const FittedText fitted = fit(node.value(), repertoire_);
            for (const Replacement& replacement : fitted.replacements) {
                replacements_.push_back({node.parent().name(), replacement});
            }
            node.set_value(fitted.text.c_str());
        }
        return true;
    }
    [[nodiscard]] std::vector<ElementReplacement> take() { return std::move(replacements_); }

private:
    Repertoire repertoire_;
    std::vector<ElementReplacement> replacements_;
};

} // namespace

Result<Bytes> write_message(const Message& message, TextEncoding encoding) {
    const pugi::xml_document document =
        std::visit([&](const auto& form) { return document_of(form, encoding); }, message);
    return encode(to_text(document), encoding);
}

Result<FittedMessage> write_fitted(const Message& message, TextEncoding encoding,
                                   Repertoire repertoire) {
    pugi::xml_document document =
        std::visit([&](const auto& form) { return document_of(form, encoding); }, message);
    Fitter fitter(repertoire);
    if (repertoire != Repertoire::Unicode) {
        document.traverse(fitter);
    }
    return FittedMessage{MADOGUCHI_TRY(encode(to_text(document), encoding)), fitter.take()};
}

} // namespace madoguchi::eligibility::oqs

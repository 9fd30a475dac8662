#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/message_layout.hpp"
#include "eligibility/oqs/opened_file.hpp"
#include "eligibility/oqs/record_reader.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

bool has_any(pugi::xml_node parent, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return !parent.child(name).empty(); });
}

bool has_several(pugi::xml_node parent, const char* name) {
    return !parent.child(name).next_sibling(name).empty();
}

MessageForm one_of(std::optional<MessageForm> expected, MessageForm usual, MessageForm other) {
    return expected == other ? other : usual;
}

MessageForm form_of_answer(const MessageParts& parts, std::optional<MessageForm> expected) {
    if (has_any(parts.body, {"BulkConfirmUnit"}) ||
        has_any(parts.header, {"NumberOfProcessingResult"})) {
        return MessageForm::BulkResult;
    }
    if (has_any(parts.header, {"ReceptionNumber", "ReceptionDateTime"})) {
        return one_of(expected, MessageForm::BulkReceipt, MessageForm::BulkResult);
    }
    if (has_any(parts.body, {"QualificationValidity", "ResultList", "PrescriptionIssueSelect"})) {
        return MessageForm::Answer;
    }
    // A question that failed as a whole says little more than that.
    for (const MessageForm form :
         {MessageForm::RegistrationAnswer, MessageForm::BulkReceipt, MessageForm::BulkResult}) {
        if (expected == form) {
            return form;
        }
    }
    return MessageForm::Answer;
}

std::optional<MessageForm> form_of_request(const MessageParts& parts,
                                           std::optional<MessageForm> expected) {
    constexpr const char* search = "QualificationConfirmSearchInfo";
    constexpr const char* entry = "ReferenceNumberRegistrationInfo";
    if (has_several(parts.body, search) || has_several(parts.body, entry) ||
        has_any(parts.body, {"ConsentDateFrom", "ConsentDateTo", "ExaminationDateFrom",
                             "ExaminationDateTo", "MedicalTreatmentMonth"})) {
        return MessageForm::BulkUpload;
    }
    if (has_any(parts.body, {search})) {
        return one_of(expected, MessageForm::Question, MessageForm::BulkUpload);
    }
    if (has_any(parts.body, {entry})) {
        return one_of(expected, MessageForm::Registration, MessageForm::BulkUpload);
    }
    if (has_any(parts.body, {"ReceptionNumber"})) {
        return MessageForm::BulkDownload;
    }
    return std::nullopt;
}

template <typename Form>
Result<Message> read_form(const MessageParts& parts, UnknownElements& unknown) {
    Form message =
        MADOGUCHI_TRY(read_record(parts.header, LayoutOf<Form>::header, Form{}, unknown));
    return Message(
        MADOGUCHI_TRY(read_record(parts.body, LayoutOf<Form>::body, std::move(message), unknown)));
}

template <std::size_t... index>
Result<Message> read_as(MessageForm form, const MessageParts& parts, UnknownElements& unknown,
                        std::index_sequence<index...> /*alternatives*/) {
    using Reader = Result<Message> (*)(const MessageParts&, UnknownElements&);
    constexpr std::array<Reader, sizeof...(index)> readers{
        &read_form<std::variant_alternative_t<index, Message>>...};
    return readers[static_cast<std::size_t>(form)](parts, unknown);
}

} // namespace

std::string_view name_of(MessageForm form) noexcept {
    constexpr std::array<std::string_view, std::variant_size_v<Message>> names{
        "question",    "answer",       "registration",  "registration-answer",
        "bulk-upload", "bulk-receipt", "bulk-download", "bulk-result"};
    return names[static_cast<std::size_t>(form)];
}

Result<MessageFile> read_message(ByteView file, std::optional<MessageForm> expected) {
    const bool is_bulk = expected == MessageForm::BulkResult;
    const OpenedFile opened =
        MADOGUCHI_TRY(open_file(file, is_bulk ? bulk_size_limit : file_size_limit));
    const MessageParts parts = MADOGUCHI_TRY(parts_of(opened.document));
    const bool is_answer = has_any(parts.header, {"SegmentOfResult"});
    const auto form =
        is_answer ? form_of_answer(parts, expected) : form_of_request(parts, expected);
    if (!form) {
        return fail(
            ErrorCode::AnswerUnreadable,
            "the file is none of the known requests, and without SegmentOfResult no answer");
    }
    UnknownElements unknown;
    constexpr auto all = std::make_index_sequence<std::variant_size_v<Message>>{};
    Message message = MADOGUCHI_TRY(read_as(*form, parts, unknown, all));
    if (auto* answer = std::get_if<EligibilityAnswer>(&message)) {
        lift_prescription(*answer);
    }
    return MessageFile{
        std::move(message), opened.decoded.encoding, opened.decoded.evidence, unknown.names(),
        encoding_findings(opened.decoded, text_of(parts.header.child("CharacterCodeIdentifier")))};
}

} // namespace madoguchi::eligibility::oqs

// Every file of the OQS dialect that this version reads and writes.
// Source: eligibility interface notes, sections 2, 4 and 5.
#pragma once

#include "eligibility/model/bulk_job.hpp"
#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/model/number_question.hpp"
#include "eligibility/model/reference_registration.hpp"
#include "eligibility/oqs/text_encoding.hpp"
#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace madoguchi::eligibility::oqs {

// In this order also the variant's alternatives.
enum class MessageForm : std::uint8_t {
    Question,           // 資格確認要求
    Answer,             // 資格確認結果, face files too
    Registration,       // 照会番号登録
    RegistrationAnswer, // its result
    BulkUpload,
    BulkReceipt,
    BulkDownload,
    BulkResult,
};

// "question", "answer", "registration", "registration-answer", "bulk-upload", "bulk-receipt",
// "bulk-download", "bulk-result".
[[nodiscard]] std::string_view name_of(MessageForm form) noexcept;

using Message = std::variant<NumberQuestion, EligibilityAnswer, ReferenceRegistration,
                             RegistrationAnswer, BulkUpload, BulkReceipt, BulkDownload, BulkResult>;

[[nodiscard]] inline MessageForm form_of(const Message& message) noexcept {
    return static_cast<MessageForm>(message.index());
}

struct MessageFile {
    Message message;
    TextEncoding encoding = TextEncoding::Utf8;
    EncodingEvidence evidence = EncodingEvidence::Content;
    std::vector<std::string> unknown_elements;
    std::vector<AnswerFinding> findings; // about the file's form
};

// As read_answer, for every form. The form is found by content; where that leaves a choice (a bulk
// upload of one question looks like a question), expected decides. Only an expected BulkResult may
// be larger than 1 MiB. Errors: AnswerUnreadable.
[[nodiscard]] Result<MessageFile> read_message(ByteView file,
                                               std::optional<MessageForm> expected = {});

// Elements in layout order; answers name the encoding used. Errors: TextInvalid.
[[nodiscard]] Result<Bytes> write_message(const Message& message, TextEncoding encoding);

} // namespace madoguchi::eligibility::oqs

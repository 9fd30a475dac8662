#include "eligibility/oqs/answer_reader.hpp"

#include "eligibility/oqs/answer_layout.hpp"
#include "eligibility/oqs/opened_file.hpp"
#include "eligibility/oqs/record_reader.hpp"

namespace madoguchi::eligibility::oqs {

Result<AnswerFile> read_answer(ByteView file) {
    const OpenedFile opened = MADOGUCHI_TRY(open_file(file, file_size_limit));
    const MessageParts parts = MADOGUCHI_TRY(parts_of(opened.document));
    UnknownElements unknown;
    EligibilityAnswer answer = MADOGUCHI_TRY(
        read_record(parts.header, answer_header_layout, EligibilityAnswer{}, unknown));
    if (answer.segment.is_absent()) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file states no SegmentOfResult: it is not an eligibility answer");
    }
    answer = MADOGUCHI_TRY(read_record(parts.body, answer_body_layout, std::move(answer), unknown));
    lift_prescription(answer);
    answer.unknown_elements = unknown.names();
    answer.findings = encoding_findings(opened.decoded, answer.character_code);
    return AnswerFile{std::move(answer), opened.decoded.encoding, opened.decoded.evidence};
}

} // namespace madoguchi::eligibility::oqs

// Reads 資格確認結果 (OQS-IF-002): answers to our requests, and face files.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/oqs/text_encoding.hpp"
#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::eligibility::oqs {

struct AnswerFile {
    EligibilityAnswer answer;
    TextEncoding encoding = TextEncoding::Utf8;
    EncodingEvidence evidence = EncodingEvidence::Content;
};

// By element name, in any order; empty elements are absent. Every date is checked. Whatever
// prevents reading (not XML, encrypted, truncated, wrong encoding, a DTD, too large, an element
// twice, a date that is none) is AnswerUnreadable, with text that names the cause.
[[nodiscard]] Result<AnswerFile> read_answer(ByteView file);

} // namespace madoguchi::eligibility::oqs

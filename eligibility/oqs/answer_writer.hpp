// Writes 資格確認結果 (OQS-IF-002), the shape of answers and face files.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/oqs/text_encoding.hpp"
#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::eligibility::oqs {

// Elements in layout order; CharacterCodeIdentifier tells the encoding used. Names that the reader
// did not know are not repeated. Errors: TextInvalid (a character that the encoding lacks).
[[nodiscard]] Result<Bytes> write_answer(const EligibilityAnswer& answer, TextEncoding encoding);

} // namespace madoguchi::eligibility::oqs

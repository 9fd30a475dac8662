#include "eligibility/oqs/answer_writer.hpp"

#include "eligibility/oqs/message.hpp"

namespace madoguchi::eligibility::oqs {

Result<Bytes> write_answer(const EligibilityAnswer& answer, TextEncoding encoding) {
    return write_message(answer, encoding);
}

} // namespace madoguchi::eligibility::oqs

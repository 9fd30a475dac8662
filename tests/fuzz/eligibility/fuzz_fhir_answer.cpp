// An answer as FHIR: refused as AnswerUnreadable, or an answer that has an outcome and, written
// again, reads as the same answer.
#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/model/outcome.hpp"
#include "hal/base/bytes.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::eligibility;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto answer = fhir::read_fhir_answer(as_text(ByteView(data, size)));
    if (!answer) {
        if (answer.error().code() != ErrorCode::AnswerUnreadable) {
            std::abort();
        }
        return 0;
    }
    const CivilDate day = std::chrono::year{2026} / 11 / 20;
    if (name_of(decide_outcome(*answer, day).kind).empty()) {
        std::abort();
    }
    const auto again = fhir::read_fhir_answer(fhir::write_fhir_answer(*answer));
    if (!again || !(again->persons == answer->persons)) {
        std::abort();
    }
    return 0;
}

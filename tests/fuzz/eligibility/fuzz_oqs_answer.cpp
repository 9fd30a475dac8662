// An answer file: refused as AnswerUnreadable, or an answer that has an outcome and, written again,
// says the same of its persons.
#include "eligibility/model/outcome.hpp"
#include "eligibility/oqs/answer_reader.hpp"
#include "eligibility/oqs/answer_writer.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::eligibility;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = oqs::read_answer(ByteView(data, size));
    if (!file) {
        if (file.error().code() != ErrorCode::AnswerUnreadable) {
            std::abort();
        }
        return 0;
    }
    const CivilDate day = std::chrono::year{2026} / 11 / 20;
    if (name_of(decide_outcome(file->answer, day).kind).empty()) {
        std::abort();
    }
    const auto written = oqs::write_answer(file->answer, oqs::TextEncoding::Utf8);
    const auto again = written ? oqs::read_answer(*written) : fail(written.error());
    if (!again || !(again->answer.persons == file->answer.persons)) {
        std::abort();
    }
    return 0;
}

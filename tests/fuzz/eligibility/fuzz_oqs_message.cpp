// Any file of the OQS dialect: refused as AnswerUnreadable, or a message that, written again, reads
// as the same message; and its validation ends.
#include "eligibility/oqs/message.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

// An answer that names no SegmentOfResult is told by the empty element alone, which is not written.
bool lacks_segment(const oqs::Message& message) {
    return std::visit(
        [](const auto& form) {
            if constexpr (requires { form.header.segment; }) {
                return form.header.segment.is_absent();
            } else if constexpr (requires { form.segment; }) {
                return form.segment.is_absent();
            } else {
                return false;
            }
        },
        message);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = oqs::read_message(ByteView(data, size));
    if (!file) {
        if (file.error().code() != ErrorCode::AnswerUnreadable) {
            std::abort();
        }
        return 0;
    }
    if (lacks_segment(file->message)) {
        return 0;
    }
    const auto form = oqs::form_of(file->message);
    const auto once = oqs::write_message(file->message, oqs::TextEncoding::Utf8);
    const auto again = once ? oqs::read_message(*once, form) : fail(once.error());
    if (!again || oqs::form_of(again->message) != form) {
        std::abort();
    }
    // What is written of the second reading is what was written of the first, byte by byte.
    const auto twice = oqs::write_message(again->message, oqs::TextEncoding::Utf8);
    if (!twice || *twice != *once) {
        std::abort();
    }
    return 0;
}

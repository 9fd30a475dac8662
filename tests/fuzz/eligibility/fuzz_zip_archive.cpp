// A ZIP archive from the service: refused as AnswerUnreadable, or one file within the limit.
#include "eligibility/oqs/zip_archive.hpp"

#include <cstdlib>

using namespace madoguchi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t limit = 1U << 16U;
    const auto content = eligibility::oqs::unpack_single_file(ByteView(data, size), limit);
    if (content ? content->size() > limit : content.error().code() != ErrorCode::AnswerUnreadable) {
        std::abort();
    }
    return 0;
}

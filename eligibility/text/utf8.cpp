#include "eligibility/text/utf8.hpp"

#include "hal/base/contract.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <cstdint>
#include <limits>

namespace madoguchi::eligibility::text {

bool is_utf8(std::string_view text) {
    MADOGUCHI_EXPECTS(text.size() <= std::numeric_limits<std::int32_t>::max());
    UErrorCode status = U_ZERO_ERROR;
    // No destination: only measured, and checked on the way.
    u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()),
                  &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status) != 0;
}

std::u32string nfkc_code_points(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    const icu::UnicodeString normal = nfkc->normalize(icu::UnicodeString::fromUTF8(piece), status);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    std::u32string points;
    for (std::int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1)) {
        points.push_back(static_cast<char32_t>(normal.char32At(at)));
    }
    return points;
}

} // namespace madoguchi::eligibility::text

#include "jpki/record/common_card_record.hpp"

#include <algorithm>

namespace madoguchi::jpki {

namespace {

constexpr std::size_t header_size = 2; // simple TLV: tag and one-byte length
constexpr std::uint8_t record_tag = 0x01;
constexpr std::size_t content_size = 28;
constexpr std::size_t serial_digits = 15;
constexpr std::size_t municipality_digits = 5;

bool is_digit(std::uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

} // namespace

Result<CommonCardRecord> parse_common_card_record(ByteView record) {
    if (record.size() < header_size + content_size || record[1] != content_size) {
        return fail(ErrorCode::LengthInvalid, "the card's common record has not its fixed length");
    }
    if (record[0] != record_tag) {
        return fail(ErrorCode::TagUnexpected, "the card's common record has another tag");
    }
    const ByteView digits = record.subspan(header_size, content_size);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) {
        return fail(ErrorCode::ValueInvalid, "the card's common record holds more than digits");
    }
    const CivilDate card_expiry =
        MADOGUCHI_TRY(parse_date(digits.subspan(serial_digits + municipality_digits)));
    return CommonCardRecord{as_text(digits.first(serial_digits)),
                            as_text(digits.subspan(serial_digits, municipality_digits)),
                            card_expiry};
}

} // namespace madoguchi::jpki

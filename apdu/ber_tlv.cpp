#include "apdu/ber_tlv.hpp"

#include <algorithm>
#include <limits>

namespace madoguchi::apdu {

namespace {

struct Field {
    std::uint32_t value = 0;
    std::size_t size = 0; // bytes it takes
};

// X.690 clause 8.1.2: low five bits 11111 announce further bytes, each but the last with bit 8 set.
// Three bytes are the longest tag that ISO/IEC 7816-4 knows. Numbers below 31 have a short form
// (clause 8.1.2.2), yet this card writes FF10 and the like.
Result<Field> read_tag(ByteView bytes, TlvRules rules) {
    constexpr std::size_t longest_tag = 3;
    constexpr std::uint8_t first_long_number = 0x1F;
    if (bytes.empty()) {
        return fail(ErrorCode::Truncated, "data object ends before its tag");
    }
    Field tag{bytes[0], 1};
    if ((bytes[0] & 0x1FU) != 0x1FU) {
        return tag;
    }
    while (tag.size < bytes.size()) {
        const std::uint8_t byte = bytes[tag.size];
        if (tag.size == 1 && (byte & 0x7FU) == 0) {
            return fail(ErrorCode::TagUnexpected, "tag number begins with a zero digit");
        }
        if (tag.size == 1 && byte < first_long_number && rules == TlvRules::Strict) {
            return fail(ErrorCode::TagUnexpected, "tag is not coded in its shortest form");
        }
        tag.value = (tag.value << 8U) | byte;
        ++tag.size;
        if ((byte & 0x80U) == 0) {
            return tag;
        }
        if (tag.size == longest_tag) {
            return fail(ErrorCode::TagUnexpected, "tag is longer than three bytes");
        }
    }
    return fail(ErrorCode::Truncated, "data object ends inside its tag");
}

// X.690 clause 10.1: in DER the shortest form only.
bool is_minimal(std::uint32_t length, std::size_t digits) {
    return length >= 0x80U && (digits == 1 || length >> (8U * (digits - 1)) != 0);
}

Result<Field> read_length(ByteView bytes, TlvRules rules) {
    constexpr std::size_t most_digits = 4;
    if (bytes.empty()) {
        return fail(ErrorCode::Truncated, "data object ends before its length");
    }
    if (bytes[0] < 0x80U) {
        return Field{bytes[0], 1};
    }
    const std::size_t digits = bytes[0] & 0x7FU;
    if (digits == 0 || digits > most_digits) {
        return fail(ErrorCode::LengthInvalid, "length is indefinite or longer than four bytes");
    }
    if (bytes.size() < 1 + digits) {
        return fail(ErrorCode::Truncated, "data object ends inside its length");
    }
    const auto length = static_cast<std::uint32_t>(big_endian(bytes.subspan(1, digits)));
    if (rules == TlvRules::Strict && !is_minimal(length, digits)) {
        return fail(ErrorCode::LengthInvalid, "length is not coded in its shortest form");
    }
    return Field{length, 1 + digits};
}

} // namespace

BerTlvReader::BerTlvReader(ByteView bytes, TlvRules rules, TlvLimits limits)
    : BerTlvReader(bytes, rules, limits.depth, std::make_shared<std::size_t>(limits.elements)) {
}

BerTlvReader::BerTlvReader(ByteView bytes, TlvRules rules, std::size_t depth_left,
                           std::shared_ptr<std::size_t> elements_left)
    : rest_(bytes), rules_(rules), depth_left_(depth_left),
      elements_left_(std::move(elements_left)) {
}

Result<BerTlv> BerTlvReader::next() {
    if (*elements_left_ == 0) {
        return fail(ErrorCode::TooManyElements, "file has more data objects than any real one");
    }
    const Field tag = MADOGUCHI_TRY(read_tag(rest_, rules_));
    const Field length = MADOGUCHI_TRY(read_length(rest_.subspan(tag.size), rules_));
    const std::size_t header = tag.size + length.size;
    if (length.value > rest_.size() - header) {
        return fail(ErrorCode::Truncated, "data object is longer than what holds it");
    }
    const std::size_t whole = header + length.value;
    const BerTlv object{tag.value, rest_.subspan(header, length.value), rest_.first(whole)};
    rest_ = rest_.subspan(whole);
    --*elements_left_;
    return object;
}

Result<BerTlv> BerTlvReader::expect(std::uint32_t tag) {
    if (at_end()) {
        return fail(ErrorCode::TagMissing, "an expected data object is missing");
    }
    BerTlvReader ahead = *this;
    const BerTlv object = MADOGUCHI_TRY(ahead.next());
    if (object.tag != tag) {
        return fail(ErrorCode::TagUnexpected, "another data object stands where one was expected");
    }
    *this = std::move(ahead);
    return object;
}

Result<BerTlvReader> BerTlvReader::enter(const BerTlv& object) const {
    if (!object.is_constructed()) {
        return fail(ErrorCode::TagUnexpected, "data object holds a value, not further objects");
    }
    if (depth_left_ == 0) {
        return fail(ErrorCode::TooDeep, "data objects are nested deeper than in any real file");
    }
    return BerTlvReader(object.value, rules_, depth_left_ - 1, elements_left_);
}

Result<std::size_t> declared_object_length(ByteView beginning, TlvRules rules) {
    const Field tag = MADOGUCHI_TRY(read_tag(beginning, rules));
    const Field length = MADOGUCHI_TRY(read_length(beginning.subspan(tag.size), rules));
    const std::size_t header = tag.size + length.size;
    if (length.value > std::numeric_limits<std::size_t>::max() - header) {
        return fail(ErrorCode::LengthInvalid, "length is more than memory can address");
    }
    return header + length.value;
}

bool is_filler(ByteView bytes) noexcept {
    const auto all = [bytes](std::uint8_t value) {
        return std::all_of(bytes.begin(), bytes.end(),
                           [value](std::uint8_t byte) { return byte == value; });
    };
    return all(0x00) || all(0xFF);
}

} // namespace madoguchi::apdu

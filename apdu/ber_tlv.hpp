// Reader for BER-TLV data objects: ISO/IEC 7816-4 clause 6.3, ITU-T X.690 clause 8.1. A cursor over
// a span; nothing is copied, recursion is the caller's and is bounded.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace madoguchi::apdu {

enum class TlvRules : std::uint8_t {
    Tolerant, // card files: tags and lengths may be coded longer than needed, lengths up to four
    Strict,   // DER: shortest tags and lengths only
};

// One data object. The views live as long as the bytes given to the reader.
struct BerTlv {
    std::uint32_t tag = 0; // as coded, for example 0xDF22
    ByteView value;
    ByteView encoded; // tag, length and value as stored: what signatures and digests cover

    // Bit 6 of the first tag byte.
    [[nodiscard]] bool is_constructed() const noexcept {
        return !encoded.empty() && (encoded[0] & 0x20U) != 0;
    }
};

struct TlvLimits {
    std::size_t depth = 8;
    std::size_t elements = 512; // over all levels together
};

class BerTlvReader {
public:
    explicit BerTlvReader(ByteView bytes, TlvRules rules = TlvRules::Tolerant,
                          TlvLimits limits = {});

    [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }
    // What was not read yet: filler, or nothing.
    [[nodiscard]] ByteView rest() const noexcept { return rest_; }

    // The next object. Errors: Truncated, TagUnexpected (a tag coded in no legal form),
    // LengthInvalid, TooManyElements.
    [[nodiscard]] Result<BerTlv> next();

    // The next object, which must have this tag. Errors: as next, TagUnexpected, TagMissing at the
    // end.
    [[nodiscard]] Result<BerTlv> expect(std::uint32_t tag);

    // A reader over the content of an object. Errors: TooDeep, TagUnexpected when it is not
    // constructed.
    [[nodiscard]] Result<BerTlvReader> enter(const BerTlv& object) const;

private:
    BerTlvReader(ByteView bytes, TlvRules rules, std::size_t depth_left,
                 std::shared_ptr<std::size_t> elements_left);

    ByteView rest_;
    TlvRules rules_;
    std::size_t depth_left_;
    std::shared_ptr<std::size_t> elements_left_; // shared by the readers of one file
};

// How long the object is that begins with these bytes: tag + length + value. For reading a file
// whose size its own header states. Errors: Truncated when the header itself is not whole,
// LengthInvalid (also when the sum is more than memory can address), TagUnexpected.
[[nodiscard]] Result<std::size_t> declared_object_length(ByteView beginning,
                                                         TlvRules rules = TlvRules::Tolerant);

// True when every byte is 00, or every byte is FF: how this card fills files behind their content.
[[nodiscard]] bool is_filler(ByteView bytes) noexcept;

} // namespace madoguchi::apdu

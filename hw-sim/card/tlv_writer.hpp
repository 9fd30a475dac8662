// Writer for BER-TLV data objects (ISO/IEC 7816-4 clause 6.3). The simulator's own, so that a fault
// in the reader under test cannot hide behind the same fault here.
#pragma once

#include "hal/base/bytes.hpp"

#include <cstdint>

namespace madoguchi::sim {

enum class LengthForm : std::uint8_t {
    Shortest,
    TwoBytes, // always 82 hh ll, as some files of this card have it although less would do
};

// Contract: the tag has one to three bytes, the value at most 65535.
[[nodiscard]] Bytes tlv(std::uint32_t tag, ByteView value, LengthForm form = LengthForm::Shortest);

// The content followed by filler up to the physical size. Contract: content fits.
[[nodiscard]] Bytes filled(Bytes content, std::size_t physical_size, std::uint8_t filler);

// Big-endian, two bytes.
[[nodiscard]] Bytes two_bytes(std::size_t value);

} // namespace madoguchi::sim

// The few forms of DER (ITU-T X.690) that keys, signatures and signed objects are made of, read
// strictly: what has two codings is refused in all but the shortest.
#pragma once

#include "apdu/ber_tlv.hpp"

namespace madoguchi::jpki {

inline constexpr std::uint32_t der_integer = 0x02;
inline constexpr std::uint32_t der_bit_string = 0x03;
inline constexpr std::uint32_t der_sequence = 0x30;

// A reader over the content of the one SEQUENCE that these bytes are. Errors: as BerTlvReader,
// TagUnexpected when something follows it.
[[nodiscard]] Result<apdu::BerTlvReader> enter_only_sequence(ByteView encoded);

// The next object, an INTEGER above zero, big-endian without leading zero. Errors: as
// BerTlvReader, ValueInvalid for zero, a negative number or a superfluous leading byte.
[[nodiscard]] Result<ByteView> read_positive_integer(apdu::BerTlvReader& reader);

// The next object, a BIT STRING of whole bytes. Errors: as BerTlvReader, ValueInvalid.
[[nodiscard]] Result<ByteView> read_whole_bytes(apdu::BerTlvReader& reader);

// Errors: TagUnexpected when anything is left.
[[nodiscard]] Result<void> require_der_end(const apdu::BerTlvReader& reader);

} // namespace madoguchi::jpki

// What the parsers of the 券面 applications' files share: one outer object, offset table, and
// nothing but filler behind.
#pragma once

#include "apdu/ber_tlv.hpp"

#include <vector>

namespace madoguchi::jpki {

// A reader over the content of the one object that the file holds. Errors: TagUnexpected also when
// anything but filler follows the object.
[[nodiscard]] Result<apdu::BerTlvReader> open_record(ByteView file, std::uint32_t outer_tag);

// The next object, which must have this tag and exactly this many bytes. Errors: LengthInvalid.
[[nodiscard]] Result<apdu::BerTlv> expect_sized(apdu::BerTlvReader& reader, std::uint32_t tag,
                                                std::size_t size);

// Nothing may follow. Errors: TagUnexpected, TagDuplicate is not told apart.
[[nodiscard]] Result<void> expect_end(const apdu::BerTlvReader& reader);

// The offset table (big-endian u16 each) must name where the objects stand in the file. It may
// count two stray bytes in front of the file's object, which are no longer there when it is parsed,
// and it has zero for an object that is absent (an empty `encoded`). Errors: LengthInvalid,
// ValueInvalid.
[[nodiscard]] Result<void> check_offsets(ByteView table, ByteView file,
                                         const std::vector<apdu::BerTlv>& objects);

} // namespace madoguchi::jpki

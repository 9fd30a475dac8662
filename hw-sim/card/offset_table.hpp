// Records that begin with a table of where their objects are (reference, sections 6.2 and 7.2).
#pragma once

#include "hw-sim/card/tlv_writer.hpp"

#include <cstdint>
#include <vector>

namespace madoguchi::sim {

// A constructed object: a table object of one big-endian u16 for each part (its offset from the
// start of the whole), then the parts. Contract: the whole is shorter than 65536 bytes.
// An empty part is an object that is not there; its offset is zero.
[[nodiscard]] Bytes tlv_with_offset_table(std::uint32_t tag, std::uint32_t table_tag,
                                          const std::vector<Bytes>& parts,
                                          LengthForm form = LengthForm::Shortest);

// Where the first part of such an object begins. Contract: made by tlv_with_offset_table.
[[nodiscard]] std::size_t first_offset_of(ByteView object);

} // namespace madoguchi::sim

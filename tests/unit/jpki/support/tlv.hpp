// Building what parsers take apart.
#pragma once

#include "hal/base/bytes.hpp"

#include <cstdint>
#include <vector>

namespace madoguchi::jpki::test {

// Tag (one or two bytes), shortest length, value.
[[nodiscard]] Bytes tlv(std::uint32_t tag, ByteView value);

// An offset table object, then the objects, inside the outer object: the form of the 券面 files.
[[nodiscard]] Bytes record_with_offsets(std::uint32_t outer_tag, std::uint32_t table_tag,
                                        const std::vector<Bytes>& objects);

[[nodiscard]] Bytes joined(const std::vector<Bytes>& parts);

} // namespace madoguchi::jpki::test

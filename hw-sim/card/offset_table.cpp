#include "hw-sim/card/offset_table.hpp"

#include "hal/base/contract.hpp"
#include "hw-sim/card/tlv_writer.hpp"

namespace madoguchi::sim {

namespace {

Bytes table_with(std::uint32_t table_tag, std::size_t first_offset,
                 const std::vector<Bytes>& parts) {
    Bytes offsets;
    std::size_t offset = first_offset;
    for (const Bytes& part : parts) {
        const Bytes coded = two_bytes(offset);
        offsets.insert(offsets.end(), coded.begin(), coded.end());
        offset += part.size();
    }
    return tlv(table_tag, offsets);
}

} // namespace

Bytes tlv_with_offset_table(std::uint32_t tag, std::uint32_t table_tag,
                            const std::vector<Bytes>& parts) {
    Bytes content;
    for (const Bytes& part : parts) {
        content.insert(content.end(), part.begin(), part.end());
    }
    // The table's own length does not depend on what it says.
    const Bytes draft_table = table_with(table_tag, 0, parts);
    const std::size_t whole = tlv(tag, concatenate({draft_table, content})).size();
    const Bytes table = table_with(table_tag, whole - content.size(), parts);
    return tlv(tag, concatenate({table, content}));
}

std::size_t first_offset_of(ByteView object) {
    constexpr std::size_t tag_length = 2;
    MADOGUCHI_EXPECTS(object.size() > 9);
    const std::size_t length_bytes = object[2] < 0x80 ? 1 : 1 + (object[2] & 0x7FU);
    constexpr std::size_t table_header = 3;
    return static_cast<std::size_t>(
        big_endian(object.subspan(tag_length + length_bytes + table_header, 2)));
}

} // namespace madoguchi::sim

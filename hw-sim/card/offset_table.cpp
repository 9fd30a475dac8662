#include "hw-sim/card/offset_table.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::sim {

namespace {

Bytes table_with(std::uint32_t table_tag, std::size_t first_offset, const std::vector<Bytes>& parts,
                 LengthForm form) {
    Bytes offsets;
    std::size_t offset = first_offset;
    for (const Bytes& part : parts) {
        const Bytes coded = two_bytes(part.empty() ? 0 : offset);
        offsets.insert(offsets.end(), coded.begin(), coded.end());
        offset += part.size();
    }
    return tlv(table_tag, offsets, form);
}

// Of an object with a tag of two bytes.
std::size_t header_size(ByteView object) {
    constexpr std::size_t tag_length = 2;
    MADOGUCHI_EXPECTS(object.size() > tag_length);
    const std::uint8_t first = object[tag_length];
    return tag_length + (first < 0x80 ? 1 : 1 + (first & 0x7FU));
}

} // namespace

Bytes tlv_with_offset_table(std::uint32_t tag, std::uint32_t table_tag,
                            const std::vector<Bytes>& parts, LengthForm form) {
    Bytes content;
    for (const Bytes& part : parts) {
        content.insert(content.end(), part.begin(), part.end());
    }
    // The table's own length does not depend on what it says.
    const Bytes draft_table = table_with(table_tag, 0, parts, form);
    const std::size_t whole = tlv(tag, concatenate({draft_table, content}), form).size();
    const Bytes table = table_with(table_tag, whole - content.size(), parts, form);
    return tlv(tag, concatenate({table, content}), form);
}

std::size_t first_offset_of(ByteView object) {
    const ByteView table = object.subspan(header_size(object));
    return static_cast<std::size_t>(big_endian(table.subspan(header_size(table), 2)));
}

} // namespace madoguchi::sim

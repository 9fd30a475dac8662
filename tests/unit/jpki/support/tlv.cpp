#include "tests/unit/jpki/support/tlv.hpp"

namespace madoguchi::jpki::test {

namespace {

void append(Bytes& to, ByteView bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

std::uint8_t byte_of(std::size_t value, unsigned place) {
    return static_cast<std::uint8_t>((value >> (8U * place)) & 0xFFU);
}

Bytes length_field(std::size_t length) {
    if (length < 0x80) {
        return {byte_of(length, 0)};
    }
    if (length < 0x100) {
        return {0x81, byte_of(length, 0)};
    }
    return {0x82, byte_of(length, 1), byte_of(length, 0)};
}

Bytes tag_field(std::uint32_t tag) {
    return tag > 0xFF ? Bytes{byte_of(tag, 1), byte_of(tag, 0)} : Bytes{byte_of(tag, 0)};
}

} // namespace

Bytes tlv(std::uint32_t tag, ByteView value) {
    return concatenate({tag_field(tag), length_field(value.size()), value});
}

Bytes joined(const std::vector<Bytes>& parts) {
    Bytes all;
    for (const Bytes& part : parts) {
        append(all, part);
    }
    return all;
}

Bytes record_with_offsets(std::uint32_t outer_tag, std::uint32_t table_tag,
                          const std::vector<Bytes>& objects) {
    const Bytes body = joined(objects);
    const Bytes blank_table = tlv(table_tag, Bytes(2 * objects.size()));
    const std::size_t content = blank_table.size() + body.size();
    std::size_t offset = tlv(outer_tag, Bytes(content)).size() - body.size();
    Bytes table;
    for (const Bytes& object : objects) {
        append(table, Bytes{byte_of(offset, 1), byte_of(offset, 0)});
        offset += object.size();
    }
    return tlv(outer_tag, concatenate({tlv(table_tag, table), body}));
}

} // namespace madoguchi::jpki::test

#include "hw-sim/card/tlv_writer.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::sim {

namespace {

std::uint8_t byte_of(std::size_t value, unsigned position) {
    return static_cast<std::uint8_t>((value >> (8U * position)) & 0xFFU);
}

void append_tag(Bytes& out, std::uint32_t tag) {
    for (unsigned position = 3; position > 0; --position) {
        if (tag >> (8U * position) != 0) {
            out.push_back(byte_of(tag, position));
        }
    }
    out.push_back(byte_of(tag, 0));
}

void append_length(Bytes& out, std::size_t length, LengthForm form) {
    if (form == LengthForm::Shortest && length < 0x80) {
        out.push_back(byte_of(length, 0));
        return;
    }
    if (form == LengthForm::Shortest && length <= 0xFF) {
        out.insert(out.end(), {0x81, byte_of(length, 0)});
        return;
    }
    out.insert(out.end(), {0x82, byte_of(length, 1), byte_of(length, 0)});
}

} // namespace

Bytes tlv(std::uint32_t tag, ByteView value, LengthForm form) {
    MADOGUCHI_EXPECTS(tag <= 0xFFFFFF && value.size() <= 0xFFFF);
    Bytes out;
    append_tag(out, tag);
    append_length(out, value.size(), form);
    out.insert(out.end(), value.begin(), value.end());
    return out;
}

Bytes filled(Bytes content, std::size_t physical_size, std::uint8_t filler) {
    MADOGUCHI_EXPECTS(content.size() <= physical_size);
    content.resize(physical_size, filler);
    return content;
}

Bytes two_bytes(std::size_t value) {
    return {byte_of(value, 1), byte_of(value, 0)};
}

} // namespace madoguchi::sim

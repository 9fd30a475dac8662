// JPEG 2000 headers built byte by byte, so that each can be wrong in exactly one place.
#pragma once

#include "hal/base/bytes.hpp"

#include <array>
#include <vector>

namespace madoguchi::test {

inline void put(Bytes& out, std::uint64_t value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(value >> shift));
    }
}

// A codestream of a grey 192 x 240 portrait in one tile with 16 bytes of data, unless changed. It
// has no quantization segment, which decoders want and the guard does not.
struct CodestreamBytes {
    std::uint64_t width = 192, height = 240, x_offset = 0, y_offset = 0;
    std::uint64_t tile_width = 192, tile_height = 240, tile_x_offset = 0, tile_y_offset = 0;
    std::vector<std::array<std::uint8_t, 3>> components{{7, 1, 1}};
    int declared_components = -1; // as many as there are
    bool coding_default = true;
    std::uint8_t coding_flags = 0, levels = 5, block_width = 4, block_height = 4;
    std::uint64_t layers = 1;
    Bytes precincts;
    Bytes more_main_header; // whole marker segments
    std::uint64_t tile = 0;
    int tile_parts = 1;
    std::int64_t tile_part_length = -1; // the right one
    Bytes tile_part_header;             // whole marker segments
    Bytes data = Bytes(16, 0);          // of each tile part
    Bytes after_tile_parts{0xFF, 0xD9};

    [[nodiscard]] Bytes bytes() const {
        Bytes out{0xFF, 0x4F, 0xFF, 0x51};
        put(out, 38 + 3 * components.size(), 2);
        put(out, 0, 2);
        for (auto value : {width, height, x_offset, y_offset, tile_width, tile_height,
                           tile_x_offset, tile_y_offset}) {
            put(out, value, 4);
        }
        put(out,
            declared_components < 0 ? components.size()
                                    : static_cast<std::size_t>(declared_components),
            2);
        for (const auto& component : components) {
            out.insert(out.end(), component.begin(), component.end());
        }
        if (coding_default) {
            append_coding_default(out);
        }
        out.insert(out.end(), more_main_header.begin(), more_main_header.end());
        for (int part = 0; part < tile_parts; ++part) {
            append_tile_part(out);
        }
        out.insert(out.end(), after_tile_parts.begin(), after_tile_parts.end());
        return out;
    }

private:
    void append_coding_default(Bytes& out) const {
        put(out, 0xFF52, 2);
        put(out, 12 + precincts.size(), 2);
        put(out, coding_flags, 1);
        put(out, 0, 1);
        put(out, layers, 2);
        put(out, 0, 1);
        for (std::uint8_t value :
             {levels, block_width, block_height, std::uint8_t{0}, std::uint8_t{1}}) {
            put(out, value, 1);
        }
        out.insert(out.end(), precincts.begin(), precincts.end());
    }

    void append_tile_part(Bytes& out) const {
        put(out, 0xFF90, 2);
        put(out, 10, 2);
        put(out, tile, 2);
        put(out,
            tile_part_length < 0 ? 14 + tile_part_header.size() + data.size()
                                 : static_cast<std::uint64_t>(tile_part_length),
            4);
        put(out, 1, 2);
        out.insert(out.end(), tile_part_header.begin(), tile_part_header.end());
        put(out, 0xFF93, 2);
        out.insert(out.end(), data.begin(), data.end());
    }
};

[[nodiscard]] inline Bytes jp2_box(std::string_view type, ByteView content) {
    Bytes out;
    put(out, content.size() + 8, 4);
    return concatenate({out, as_bytes(type), content});
}

[[nodiscard]] inline Bytes jp2_image_header(std::uint64_t width, std::uint64_t height,
                                            std::uint64_t components) {
    Bytes content;
    put(content, height, 4);
    put(content, width, 4);
    put(content, components, 2);
    put(content, 0x07070000, 4);
    return jp2_box("ihdr", content);
}

[[nodiscard]] inline Bytes jp2_file(ByteView header_content, ByteView codestream) {
    const Bytes signature{0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A};
    return concatenate({signature, jp2_box("ftyp", as_bytes("jp2 ....jp2 ")),
                        jp2_box("jp2h", header_content), jp2_box("jp2c", codestream)});
}

} // namespace madoguchi::test

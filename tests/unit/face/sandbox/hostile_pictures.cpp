#include "tests/unit/face/sandbox/hostile_pictures.hpp"

#include "tests/unit/face/support/jpeg2000_bytes.hpp"

#include <functional>
#include <random>

namespace madoguchi::test {

namespace {

Bytes noise(std::size_t size) {
    std::minstd_rand generator(1); // the same every time
    Bytes bytes(size);
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(generator() >> 8U) & 0x7FU; // no marker among them
    }
    return bytes;
}

// QCD: reversible, one exponent for each subband (ISO/IEC 15444-1, A.6.4).
Bytes quantization(int levels) {
    const int subbands = 3 * levels + 1;
    Bytes segment;
    put(segment, 0xFF5C, 2);
    put(segment, static_cast<std::uint64_t>(3 + subbands), 2);
    put(segment, 0x40, 1);
    segment.insert(segment.end(), static_cast<std::size_t>(subbands), std::uint8_t{9U << 3U});
    return segment;
}

CodestreamBytes decodable() {
    CodestreamBytes codestream;
    codestream.more_main_header = quantization(codestream.levels);
    return codestream;
}

using Change = std::function<void(CodestreamBytes&)>;

HostilePicture changed(const std::string& name, const Change& change) {
    CodestreamBytes codestream = decodable();
    change(codestream);
    return {name, codestream.bytes()};
}

Bytes boxed(std::initializer_list<ByteView> header_boxes) {
    return jp2_file(concatenate(header_boxes), decodable().bytes());
}

std::vector<HostilePicture> lying_boxes() {
    const Bytes size = jp2_image_header(192, 240, 1);
    const Bytes palette_entries(1024, 0x55);
    Bytes mapping;
    put(mapping, 0x00000100, 4);
    return {
        {"a palette", boxed({size, jp2_box("pclr", palette_entries)})},
        {"a mapping without a palette", boxed({size, jp2_box("cmap", mapping)})},
        {"more components in the box than in the codestream",
         boxed({jp2_image_header(192, 240, 3)})},
        {"another size in the box", boxed({jp2_image_header(65535, 65535, 1)})},
        {"no size in the box", boxed({})},
    };
}

} // namespace

std::vector<HostilePicture> lying_headers() {
    std::vector<HostilePicture> all = lying_boxes();
    const std::vector<std::pair<std::string, Change>> changes{
        {"203 x 2,097,304 pixels",
         [](auto& c) {
             c.width = c.tile_width = 203;
             c.height = c.tile_height = 2'097'304;
         }},
        {"4 thousand million pixels a side", [](auto& c) { c.width = c.height = 0xFFFFFFFF; }},
        {"no width", [](auto& c) { c.width = 0; }},
        {"no height", [](auto& c) { c.height = 0; }},
        {"no extent behind its offset", [](auto& c) { c.x_offset = 192; }},
        {"46,080 tiles of a pixel", [](auto& c) { c.tile_width = c.tile_height = 1; }},
        {"tiles of no extent", [](auto& c) { c.tile_width = 0; }},
        {"a tile part of a tile that is not there", [](auto& c) { c.tile = 65535; }},
        {"17 tile parts", [](auto& c) { c.tile_parts = 17; }},
        {"a tile part longer than the file", [](auto& c) { c.tile_part_length = 0x7FFFFFFF; }},
        {"subsampled by 255",
         [](auto& c) {
             c.components = {{7, 255, 255}};
         }},
        {"subsampled by 0",
         [](auto& c) {
             c.components = {{7, 0, 0}};
         }},
        {"colours of different sizes",
         [](auto& c) {
             c.components = {{7, 1, 1}, {7, 2, 2}, {7, 1, 1}};
         }},
        {"38 bit",
         [](auto& c) {
             c.components = {{37, 1, 1}};
         }},
        {"no component", [](auto& c) { c.components.clear(); }},
        {"16,384 components", [](auto& c) { c.declared_components = 16384; }},
        {"32 decomposition levels", [](auto& c) { c.levels = 32; }},
        {"65,535 layers", [](auto& c) { c.layers = 65535; }},
        {"precincts of a pixel",
         [](auto& c) {
             c.coding_flags = 1;
             c.precincts = Bytes(6, 0x00);
         }},
        {"code blocks of 4,096 pixels", [](auto& c) { c.block_width = c.block_height = 10; }},
        {"no coding style", [](auto& c) { c.coding_default = false; }},
    };
    for (const auto& [name, change] : changes) {
        all.push_back(changed(name, change));
    }
    return all;
}

std::vector<HostilePicture> cut_off(ByteView picture) {
    constexpr std::size_t step = 64;
    std::vector<HostilePicture> all;
    for (std::size_t length = 0; length < picture.size(); length += step) {
        all.push_back({"cut off after " + std::to_string(length), to_bytes(picture.first(length))});
    }
    return all;
}

std::vector<HostilePicture> bits_flipped(ByteView picture, std::size_t step) {
    std::vector<HostilePicture> all;
    for (std::size_t place = 0; place < picture.size(); place += step) {
        Bytes damaged = to_bytes(picture);
        damaged[place] ^= static_cast<std::uint8_t>(1U << (place / step % 8));
        all.push_back({"a bit flipped at " + std::to_string(place), std::move(damaged)});
    }
    return all;
}

HostilePicture noise_after_header(std::size_t bytes) {
    return changed("noise", [&](auto& c) { c.data = noise(bytes); });
}

HostilePicture much_work() {
    return changed("much work", [](auto& c) {
        c.width = c.height = c.tile_width = c.tile_height = 1024;
        c.components.assign(3, {7, 1, 1});
        c.block_width = c.block_height = 0; // of 4 pixels
        c.layers = 256;
        c.levels = 10;
        c.more_main_header = quantization(10);
        c.coding_flags = 1;
        c.precincts = Bytes(11, 0x44); // of 16 pixels
        c.data = Bytes(31'000, 0xFE);  // every packet holds something
    });
}

} // namespace madoguchi::test

// Two renders of the repository, and where YuNet finds their faces: no model is needed for these
// tests.
#pragma once

#include "face/codec/codec_decoder.hpp"
#include "face/image/picture_decoder.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

namespace madoguchi::test {

struct Render {
    face::Image picture;
    face::DetectedFace face;
};

inline Render render_of(const std::string& person) {
    face::CodecDecoder decoder;
    const Bytes file = file_content(MADOGUCHI_PERSONAS "/" + person + "/live_01.jpg");
    const face::DetectedFace p02{
        {247, 117, 134, 192}, {{{278, 189}, {344, 195}, {306, 231}, {278, 256}, {334, 261}}}, 1};
    const face::DetectedFace p05{
        {233, 114, 156, 213}, {{{277, 183}, {351, 186}, {316, 225}, {278, 259}, {346, 260}}}, 1};
    return {face::decode_picture(decoder, file).value(), person == "p02" ? p02 : p05};
}

} // namespace madoguchi::test

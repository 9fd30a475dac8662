// JPEG 2000 pictures that mean harm, each with a name; made here, byte by byte or from a picture
// that we encoded ourselves.
#pragma once

#include "hal/base/bytes.hpp"

#include <string>
#include <vector>

namespace madoguchi::test {

struct HostilePicture {
    std::string name;
    Bytes file;
};

// Whose headers lie: the guard must refuse them all, without a decoder.
[[nodiscard]] std::vector<HostilePicture> lying_headers();

// Cut off at every 64th byte.
[[nodiscard]] std::vector<HostilePicture> cut_off(ByteView picture);

// One bit of every byte flipped in turn, in steps of this many bytes.
[[nodiscard]] std::vector<HostilePicture> bits_flipped(ByteView picture, std::size_t step);

// Headers that are right, and coded data that is noise of so many bytes.
[[nodiscard]] HostilePicture noise_after_header(std::size_t bytes);

// As large, as finely coded and as many times layered as the guard lets pass, with noise for data.
[[nodiscard]] HostilePicture much_work();

} // namespace madoguchi::test

// A rendered person who co-operates: the photo in the card, and what the camera sees.
#pragma once

#include "face/image/image.hpp"
#include "face/image/pixel_decoder.hpp"
#include "hal/base/frame.hpp"

#include <filesystem>
#include <vector>

namespace madoguchi::bench {

struct Patient {
    std::string id;
    Bytes chip_photo;                // JPEG 2000, grey, 192 x 240, at most 3,000 bytes
    std::vector<face::Image> frames; // 640 x 480, from the front, eyes open and shut
};

// folder: of one persona. Errors: FileUnreadable, and those of decoding and of as_chip_photo.
[[nodiscard]] Result<Patient> load_patient(const std::filesystem::path& folder,
                                           face::PixelDecoder& decoder);

// The picture as a camera would hand it over.
[[nodiscard]] Frame as_frame(const face::Image& picture, std::uint64_t sequence);

} // namespace madoguchi::bench

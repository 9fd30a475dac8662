// The photo on the chip: monochrome JPEG 2000 of 192 x 240 pixels (reference, section 7.2).
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <filesystem>

namespace madoguchi::sim {

// Crops a frontal portrait (3:4, head in the upper middle) to 4:5 and encodes it as a JP2 file of a
// few kilobytes. Errors: FileUnreadable, ImageUnreadable (no picture, smaller than 192 x 240, or
// the encoder is missing).
[[nodiscard]] Result<Bytes> encode_portrait(const std::filesystem::path& picture);

// What a card might hold where there is no photo: even grey in the photo's form.
// Errors: ImageUnreadable (the encoder is missing).
[[nodiscard]] Result<Bytes> encode_placeholder_photo();

} // namespace madoguchi::sim

// What a picture would be as the photo in a chip.
#pragma once

#include "face/detect/face_detector.hpp"

namespace madoguchi::face {

inline constexpr int chip_photo_width = 192; // pixels
inline constexpr int chip_photo_height = 240;

// The part of a picture around one face, as a grey JPEG 2000 file of 192 x 240 pixels and at most
// so many bytes. What lies outside the picture continues its edge.
// Errors: ImageRefused when no such file is so small, ImageUnreadable (OpenCV gave up).
[[nodiscard]] Result<Bytes> as_chip_photo(const ImageView& picture, const FaceBox& face,
                                          std::size_t most_bytes);

} // namespace madoguchi::face

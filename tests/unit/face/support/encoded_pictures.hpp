// Real picture files for tests, made at run time.
#pragma once

#include "face/detect/face_detector.hpp"
#include "hal/base/bytes.hpp"

#include <string>

namespace madoguchi::test {

// A picture with edges and gradients but without a face.
[[nodiscard]] face::Image striped_picture(int width, int height, PixelFormat format);

// extension: ".png", ".jpg", ".jp2" (about a twelfth of the raw size).
[[nodiscard]] Bytes encoded(const face::ImageView& picture, const std::string& extension);

// The codestream inside a JP2 file.
[[nodiscard]] Bytes codestream_of(ByteView jp2);

[[nodiscard]] Bytes file_content(const std::string& path);

// The portrait as a card carries it: grey, 192 x 240, JPEG 2000 of some three kilobytes.
[[nodiscard]] Bytes chip_photo(const face::ImageView& portrait);

// Two pictures of one height side by side.
[[nodiscard]] Frame side_by_side(const face::ImageView& left, const face::ImageView& right);

// Each value multiplied.
[[nodiscard]] Frame darkened(const face::ImageView& picture, double factor);

// Every pixel so far across and down from a point set to one value.
void paint(face::Image& picture, const face::Point& centre, int across, int down,
           std::uint8_t value);

// The picture as a camera frame taken at this moment.
[[nodiscard]] Frame frame_of(const face::ImageView& picture, std::uint64_t sequence,
                             MonotonicTime taken_at);

} // namespace madoguchi::test

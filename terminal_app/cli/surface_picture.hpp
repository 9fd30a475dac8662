// Picture files as frames of a surface camera.
#pragma once

#include "face/image/pixel_decoder.hpp"

#include <filesystem>

namespace madoguchi::cli {

// A picture file, reduced to at most 2,400 pixels a side.
// Errors: FileUnreadable, ImageRefused, ImageUnreadable, DecoderUnavailable.
[[nodiscard]] Result<Frame> read_surface_picture(face::PixelDecoder& decoder,
                                                 const std::filesystem::path& file);

} // namespace madoguchi::cli

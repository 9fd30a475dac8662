#include "terminal_app/cli/surface_picture.hpp"

#include "terminal_app/cli/face_input.hpp"

namespace madoguchi::cli {

Result<Frame> read_surface_picture(face::PixelDecoder& decoder, const std::filesystem::path& file) {
    constexpr int longest_side = 2400; // more resolution than reading can use
    const face::Image picture = MADOGUCHI_TRY(read_picture(decoder, file, longest_side));
    const face::ImageView view = picture.view();
    return Frame{view.width(),
                 view.height(),
                 view.format(),
                 Bytes(view.pixels().begin(), view.pixels().end()),
                 {},
                 0};
}

} // namespace madoguchi::cli

#include "face/codec/png_codec.hpp"

#include <png.h>

#include <algorithm>
#include <limits>

namespace madoguchi::face {

namespace {

class PngReader {
public:
    PngReader() { reader_.version = PNG_IMAGE_VERSION; }
    ~PngReader() { png_image_free(&reader_); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    Result<Image> read(ByteView file) {
        constexpr png_uint_32 most = std::numeric_limits<int>::max();
        if (png_image_begin_read_from_memory(&reader_, file.data(), file.size()) == 0 ||
            reader_.width > most || reader_.height > most) {
            return fail(ErrorCode::ImageUnreadable, "PNG picture cannot be decoded");
        }
        reader_.format = PNG_FORMAT_BGR;
        Image image(static_cast<int>(reader_.width), static_cast<int>(reader_.height),
                    PixelFormat::Bgr8);
        const auto pixels = image.pixels_for_writing();
        std::fill(pixels.begin(), pixels.end(), std::uint8_t{0xFF}); // what shows through
        if (png_image_finish_read(&reader_, nullptr, pixels.data(), 0, nullptr) == 0) {
            return fail(ErrorCode::ImageUnreadable, "PNG picture cannot be decoded");
        }
        return image;
    }

private:
    png_image reader_{};
};

} // namespace

Result<Image> decode_png_file(ByteView file) {
    return PngReader().read(file);
}

} // namespace madoguchi::face

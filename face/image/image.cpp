#include "face/image/image.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::face {

namespace {

std::size_t size_in_bytes(int width, int height, PixelFormat format) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
           static_cast<std::size_t>(bytes_per_pixel(format));
}

} // namespace

Result<ImageView> ImageView::of(int width, int height, PixelFormat format, ByteView pixels) {
    if (width <= 0 || height <= 0) {
        return fail(ErrorCode::ImageRefused, "picture has no extent");
    }
    if (pixels.size() != size_in_bytes(width, height, format)) {
        return fail(ErrorCode::ImageRefused, "picture has not as many pixels as its size says");
    }
    return ImageView(width, height, format, pixels);
}

Result<ImageView> ImageView::of(const Frame& frame) {
    return of(frame.width, frame.height, frame.format, frame.pixels);
}

Image::Image(int width, int height, PixelFormat format)
    : width_(width), height_(height), format_(format) {
    MADOGUCHI_EXPECTS(width > 0 && height > 0);
    pixels_ = SecretBytes(size_in_bytes(width, height, format));
}

ImageView Image::view() const noexcept {
    return {width_, height_, format_, pixels_.reveal()};
}

} // namespace madoguchi::face

// Pictures inside the face layer: 8 bit, grey or BGR, interleaved, rows without padding.
#pragma once

#include "hal/base/frame.hpp"
#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

namespace madoguchi::face {

// A picture that someone else keeps. Its pixels are always width * height * bytes per pixel.
class ImageView {
public:
    // Errors: ImageRefused when a side is not positive, or the pixels are not as many as promised
    // (a camera driver that gave a short buffer).
    [[nodiscard]] static Result<ImageView> of(int width, int height, PixelFormat format,
                                              ByteView pixels);
    [[nodiscard]] static Result<ImageView> of(const Frame& frame);

    [[nodiscard]] int width() const noexcept { return width_; }
    [[nodiscard]] int height() const noexcept { return height_; }
    [[nodiscard]] PixelFormat format() const noexcept { return format_; }
    [[nodiscard]] ByteView pixels() const noexcept { return pixels_; }

private:
    friend class Image; // whose own pixels are right by construction

    ImageView(int width, int height, PixelFormat format, ByteView pixels) noexcept
        : width_(width), height_(height), format_(format), pixels_(pixels) {}

    int width_;
    int height_;
    PixelFormat format_;
    ByteView pixels_;
};

// A picture of our own, wiped when it goes: it may be somebody's portrait.
class Image {
public:
    // All pixels zero. Contract: both sides positive.
    Image(int width, int height, PixelFormat format);

    [[nodiscard]] int width() const noexcept { return width_; }
    [[nodiscard]] int height() const noexcept { return height_; }
    [[nodiscard]] PixelFormat format() const noexcept { return format_; }

    [[nodiscard]] ImageView view() const noexcept;
    [[nodiscard]] std::span<std::uint8_t> pixels_for_writing() noexcept {
        return pixels_.reveal_for_writing();
    }

private:
    int width_;
    int height_;
    PixelFormat format_;
    SecretBytes pixels_;
};

} // namespace madoguchi::face

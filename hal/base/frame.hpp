// One picture of a camera: 8 bit, interleaved, rows without padding.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"

#include <cstdint>

namespace madoguchi {

enum class PixelFormat : std::uint8_t { Grey8 = 1, Bgr8 = 3 };

struct Frame {
    int width = 0;
    int height = 0;
    PixelFormat format = PixelFormat::Bgr8;
    Bytes pixels; // width * height * bytes per pixel
    MonotonicTime taken_at{};
    std::uint64_t sequence =
        0; // rises with each new picture while a camera is open; the same: no new look
};

[[nodiscard]] constexpr int bytes_per_pixel(PixelFormat format) noexcept {
    return static_cast<int>(format);
}

} // namespace madoguchi

// Takes bytes from the front of a picture file; every take is checked.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::face {

class ByteCursor {
public:
    explicit ByteCursor(ByteView bytes) noexcept : rest_(bytes) {}

    [[nodiscard]] ByteView rest() const noexcept { return rest_; }
    [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }

    // Errors: ImageRefused when fewer bytes are left.
    [[nodiscard]] Result<ByteView> take(std::size_t count) {
        if (rest_.size() < count) {
            return fail(ErrorCode::ImageRefused, "picture ends inside its headers");
        }
        const ByteView taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }

    // A big-endian number of width bytes. Contract: 1 <= width <= 4.
    [[nodiscard]] Result<std::uint32_t> take_number(std::size_t width) {
        return static_cast<std::uint32_t>(big_endian(MADOGUCHI_TRY(take(width))));
    }

private:
    ByteView rest_;
};

} // namespace madoguchi::face

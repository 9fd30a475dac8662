// Whole messages over a blocking descriptor, for the inside of the sandbox.
#pragma once

#include "hal/base/bytes.hpp"

#include <unistd.h>

namespace madoguchi::face {

// False when the other side ended first.
[[nodiscard]] inline bool read_whole(int descriptor, std::span<std::uint8_t> into) {
    while (!into.empty()) {
        const ssize_t count = ::read(descriptor, into.data(), into.size());
        if (count <= 0) {
            return false;
        }
        into = into.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

[[nodiscard]] inline bool write_whole(int descriptor, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

} // namespace madoguchi::face

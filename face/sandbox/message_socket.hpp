// Whole messages over the parent's end of the socket, with a deadline. The other side may be taken
// over by the picture that it decodes: it may fall silent, end, or send what it likes.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/deadline.hpp"

namespace madoguchi::face {

enum class Transfer : std::uint8_t {
    Complete,
    Closed, // the other side ended
    Late,
};

[[nodiscard]] Transfer send_whole(int socket, ByteView bytes, Deadline deadline);
[[nodiscard]] Transfer receive_whole(int socket, std::span<std::uint8_t> into, Deadline deadline);

} // namespace madoguchi::face

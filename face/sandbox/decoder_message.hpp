// What the parent process and the picture decoder say to each other, once in each direction:
//     decoder: ReadyMessage (it is confined)
//     parent:  RequestHeader, then the file
//     decoder: AnswerHeader, then the pixels
// Both run on one machine: numbers are in its own byte order.
#pragma once

#include "hal/base/bytes.hpp"

#include <cstdint>
#include <type_traits>

namespace madoguchi::face {

inline constexpr std::uint32_t decoder_protocol = 0x4D50'4401; // and its version

struct ReadyMessage {
    std::uint32_t protocol = decoder_protocol;
};

struct RequestHeader {
    std::uint32_t protocol = decoder_protocol;
    std::uint32_t kind = 0; // PictureKind
    std::uint32_t longest_side = 0;
    std::uint32_t file_bytes = 0;
};

enum class AnswerStatus : std::uint32_t { Decoded = 0, Unreadable = 1 };

struct AnswerHeader {
    std::uint32_t protocol = decoder_protocol;
    std::uint32_t status = 0; // AnswerStatus
    std::uint32_t width = 0;  // pixels; the pixels follow when decoded
    std::uint32_t height = 0;
    std::uint32_t channels = 0; // 1 or 3
};

// Where a message is received.
template <typename Message>
[[nodiscard]] std::span<std::uint8_t> room_of(Message& message) noexcept {
    static_assert(std::has_unique_object_representations_v<Message>);
    return {reinterpret_cast<std::uint8_t*>(&message), sizeof(message)};
}

template <typename Message>
[[nodiscard]] ByteView bytes_of(const Message& message) noexcept {
    static_assert(std::has_unique_object_representations_v<Message>);
    return {reinterpret_cast<const std::uint8_t*>(&message), sizeof(message)};
}

} // namespace madoguchi::face

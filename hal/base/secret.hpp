// Bytes that must not leave memory: PINs, 照合番号, photos. Move-only, wiped, kept out of swap and
// core dumps where the system allows; no formatter, no comparison, no conversion to text.
#pragma once

#include "hal/base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace madoguchi {

// Overwrites memory in a way that the compiler does not remove.
void wipe(void* memory, std::size_t size) noexcept;
// The whole allocation, because what was longer before has left its tail there; then empties it.
void wipe(Bytes& bytes) noexcept;
void wipe(std::string& text) noexcept;

class SecretBytes {
public:
    SecretBytes() noexcept = default;
    // Zero bytes of the given length.
    explicit SecretBytes(std::size_t size);
    // Copies; the source stays the caller's to wipe.
    explicit SecretBytes(ByteView source);
    ~SecretBytes();

    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;

    // Takes the bytes over and wipes the source, for data that came through an ordinary buffer.
    [[nodiscard]] static SecretBytes taking(Bytes&& source);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

    // The only way to the content; its uses are few and can be searched for.
    [[nodiscard]] ByteView reveal() const noexcept { return {data_, size_}; }
    [[nodiscard]] std::span<std::uint8_t> reveal_for_writing() noexcept { return {data_, size_}; }

    // Wipes and empties.
    void clear() noexcept;

private:
    std::uint8_t* data_ =
        nullptr; // pages of its own, so that locking never overlaps another secret's
    std::size_t size_ = 0;
};

} // namespace madoguchi

// A random number that a card signs to prove that it holds a key now.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <array>

namespace madoguchi::jpki {

// 32 random bytes, for one use: move-only, and consumed by the application that has it signed.
class Challenge {
public:
    static constexpr std::size_t size = 32;

    // Errors: Internal when the system gives no random numbers.
    [[nodiscard]] static Result<Challenge> fresh();

    Challenge(const Challenge&) = delete;
    Challenge& operator=(const Challenge&) = delete;
    Challenge(Challenge&&) noexcept = default;
    Challenge& operator=(Challenge&&) noexcept = default;
    ~Challenge() = default;

    [[nodiscard]] ByteView bytes() const noexcept { return bytes_; }

private:
    Challenge() = default;
    std::array<std::uint8_t, size> bytes_{};
};

struct SignedChallenge {
    Challenge challenge;
    Bytes signature; // PKCS #1 v1.5 over SHA-256 of the challenge
};

} // namespace madoguchi::jpki

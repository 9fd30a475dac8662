// A random number that a card signs to prove that it holds a key now.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <array>

namespace madoguchi::jpki {

// 32 random bytes, for one use: move-only, consumed by the application that has it signed, and too
// old after a minute.
class Challenge {
public:
    static constexpr std::size_t size = 32;
    static constexpr std::chrono::seconds lifetime{60};

    // Errors: Internal when the system gives no random numbers.
    [[nodiscard]] static Result<Challenge> fresh(MonotonicTime now = SystemClock().monotonic_now());

    Challenge(const Challenge&) = delete;
    Challenge& operator=(const Challenge&) = delete;
    Challenge(Challenge&&) noexcept = default;
    Challenge& operator=(Challenge&&) noexcept = default;
    ~Challenge() = default;

    [[nodiscard]] ByteView bytes() const noexcept { return bytes_; }
    [[nodiscard]] bool is_too_old(MonotonicTime now = SystemClock().monotonic_now()) const {
        return now > made_ + lifetime;
    }

private:
    explicit Challenge(MonotonicTime made) noexcept : made_(made) {}

    MonotonicTime made_;
    std::array<std::uint8_t, size> bytes_{};
};

struct SignedChallenge {
    Challenge challenge;
    Bytes signature; // over the challenge, with the usual algorithm of the key
};

} // namespace madoguchi::jpki

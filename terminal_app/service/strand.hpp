// What a reception does side by side, and when: codes and times, nothing of the patient.
#pragma once

#include "hal/base/clock.hpp"
#include "terminal_app/workflow/event.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace madoguchi::terminal {

enum class Strand : std::uint8_t {
    Card,    // commands to the card and the checks of what it says
    Surface, // the printed front: camera opened, frames read
    Photo,   // the chip's photo decoded and described
    Camera,  // the face camera opened
    Face,    // as many frames of the person as a comparison needs
};

inline constexpr std::size_t strand_count = static_cast<std::size_t>(Strand::Face) + 1;

// "card", "surface", "photo", "camera", "face".
[[nodiscard]] constexpr std::string_view name_of(Strand strand) noexcept {
    constexpr std::array<std::string_view, strand_count> names{"card", "surface", "photo", "camera",
                                                               "face"};
    return names.at(static_cast<std::size_t>(strand));
}

// A piece of work that a service has done for a session.
struct StrandWork {
    SessionId session;
    Strand strand{};
    MonotonicTime from{};
    MonotonicTime until{};
};

// One strand of a session, counted from the card's being put down. Busy leaves out the pauses in
// which it waited for another strand.
struct StrandTime {
    Strand strand{};
    std::chrono::milliseconds start{};
    std::chrono::milliseconds end{};
    std::chrono::milliseconds busy{};
};

class StrandTimer {
public:
    void begin(MonotonicTime now);
    void add(const StrandWork& work);

    // Those that did something, in the order of the enumeration.
    [[nodiscard]] std::vector<StrandTime> strands() const;

private:
    struct Sum {
        MonotonicTime start = MonotonicTime::max();
        MonotonicTime end{};
        MonotonicTime::duration busy{};
    };

    MonotonicTime began_at_{};
    std::array<Sum, strand_count> sums_;
};

} // namespace madoguchi::terminal

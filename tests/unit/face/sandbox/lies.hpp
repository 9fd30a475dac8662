// What a decoder's process may do instead of decoding.
#pragma once

#include <cstdint>

namespace madoguchi::test {

enum class Lie : std::uint8_t {
    TooLarge = 1,
    Enormous,
    Empty,
    FiveChannels,
    AnotherSize,
    AnotherChannels,
    TooFewPixels,
    HalfAHeader,
    Garbage,
    Crash,
    CloseAndStay,
    NeverAnswers,
    NeverReads,
    NeverReady,
    AnotherVersion,
    EndWhileWaiting,
};

} // namespace madoguchi::test

// What can go wrong between a card and its user, by name (reliability reference, section 4.1).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace madoguchi::sim {

enum class FaultKind : std::uint8_t {
    // The card leaves, is reset, or is another one.
    RemovedBefore,            // gone when the command comes
    RemovedDuringNotExecuted, // leaves while it receives the command
    RemovedDuringExecuted,    // leaves while it answers: it did what the command says
    Reset,                    // by another program, and the reader says so
    ResetUnnoticed,           // the card lost power and its state, and nobody says so
    Swapped,                  // another card lies there, and the reader noticed
    SwappedUnnoticed,         // another card answers from now on

    // Time. A mute card's deadline is reported without being waited for.
    Mute,
    Slow, // the answer comes just after the deadline

    // Length of the answer.
    EmptyAnswer,
    OneByteAnswer,
    OverLongAnswer,  // 65,536 bytes and 9000, whatever was asked
    LongerThanAsked, // one byte more than the honest answer
    HalfAnswer,      // half of the data with 9000
    ShortAnswer,     // one byte missing, with 9000

    // Content of the answer.
    FlippedBit,          // detail: FlipPlace
    StatusWord,          // detail: its value; the command is not executed
    EndlessMoreData,     // 61FF with 255 bytes, again after each GET RESPONSE
    MoreDataWithoutData, // 61FF without a byte, again after each GET RESPONSE
    EndlessExactLength,  // 6C10, again after each re-issue
    SuccessWithoutData,  // 9000 and nothing; the command is not executed
    LyingHeader,         // detail: LyingLength; of the data object that the answer begins with
};

enum class FlipPlace : std::uint8_t { FirstByte, MiddleByte, LastByte, Sw1, Sw2 };

enum class LyingLength : std::uint8_t {
    Indefinite,       // 80
    NotShortest,      // 81 05
    Zero,             // 82 0000
    LargerThanFile,   // 82 7FFF
    LargerThanMemory, // 84 FFFFFFFF
    OneMore,
    OneLess,
};

struct Fault {
    FaultKind kind{};
    std::uint16_t detail = 0; // what it means stands at the kind
};

struct NamedFault {
    std::string_view name; // "removed-during-executed"
    Fault fault;
};

// Every fault that is injected, in the order of the kinds.
[[nodiscard]] std::span<const NamedFault> all_faults() noexcept;

} // namespace madoguchi::sim

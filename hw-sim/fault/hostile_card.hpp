// Cards that misbehave on purpose, in every file and for as long as anybody asks (reliability
// reference, section 4.1, C05 to C10).
#pragma once

#include "hal/base/bytes.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace madoguchi::sim {

enum class HostileBehaviour : std::uint8_t {
    EndlessMoreData,     // C05: 61FF with 255 bytes for ever
    MoreDataWithoutData, // C05: 61FF for ever
    MoreDataThenLess,    // C05: 61FF, then fewer bytes than that
    EndlessExactLength,  // C06: 6Cxx, and 6Cyy to what follows
    LongerThanAsked,     // C07: more than Ne, in each answer
    Longest,             // C07: 65,536 bytes to each READ BINARY
    WarningWithPart,     // C07: half of the data with 6282
    SuccessWithoutData,  // C08
    DataWithoutEnd,      // C08: full answers for ever, behind a header that asks for more
    IndefiniteLength,    // C09: 80
    LengthBeyondMemory,  // C09: 84 FFFFFFFF
    LengthOfZero,        // C09: 82 0000
    LengthBeyondFile,    // C09: 82 7FFF
    OtherHeaderEachTime, // C09: the header differs at each reading
    SomethingBehind,     // C09: neither end nor filler behind the object
    DeeplyNested,        // C10: ten thousand levels
    EmptyElements,       // C10: ten thousand elements of no length
    ElementTwice,        // C10: the content doubled
};

struct NamedBehaviour {
    std::string_view name; // "endless-more-data"
    HostileBehaviour behaviour;
};

[[nodiscard]] std::span<const NamedBehaviour> all_hostile_behaviours() noexcept;

// Makes hostile answers out of those of an honest card. Only answers to READ BINARY and to the
// GET RESPONSE that follows change, so that a conversation gets as far as its files.
class HostileCard {
public:
    explicit HostileCard(HostileBehaviour behaviour) noexcept : behaviour_(behaviour) {}

    [[nodiscard]] Bytes answer(ByteView command, Bytes honest);

private:
    [[nodiscard]] Bytes answer_reading(ByteView command, Bytes honest);
    [[nodiscard]] Bytes answer_with_file(ByteView command, Bytes file) const;

    HostileBehaviour behaviour_;
    std::size_t readings_ = 0;
    bool owes_data_ = false; // the last answer was 61xx
};

} // namespace madoguchi::sim

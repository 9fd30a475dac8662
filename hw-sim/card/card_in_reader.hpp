// What a virtual reader can have inside: anything that answers like a card.
#pragma once

#include "hal/base/bytes.hpp"

#include <optional>

namespace madoguchi::sim {

// Used by one thread at a time.
class CardInReader {
public:
    virtual ~CardInReader() = default;

    // The answer to any bytes, at least a status word; nothing when the card leaves the reader
    // instead of answering.
    [[nodiscard]] virtual std::optional<Bytes> answer(ByteView command) = 0;

    [[nodiscard]] virtual const Bytes& answer_to_reset() const noexcept = 0;
    [[nodiscard]] virtual const Bytes& power_on() = 0;
    virtual void power_off() = 0;
    virtual void warm_reset() = 0;
};

} // namespace madoguchi::sim

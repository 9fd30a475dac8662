#include "hw-sim/card/replay_card.hpp"

namespace madoguchi::sim {

std::optional<Bytes> ReplayCard::answer(ByteView command) {
    const bool was_faithful = !replay_.divergence();
    Result<Bytes> answer = replay_.answer(command);
    if (was_faithful && replay_.divergence()) {
        on_divergence_(*replay_.divergence());
    }
    return answer ? std::optional(*std::move(answer)) : std::nullopt;
}

const Bytes& ReplayCard::power_on() {
    replay_.rewind();
    return answer_to_reset();
}

} // namespace madoguchi::sim

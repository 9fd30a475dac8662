// A card that answers as one did in a recorded conversation (apdu/trace).
#pragma once

#include "apdu/trace/trace_replay.hpp"
#include "hw-sim/card/card_in_reader.hpp"

#include <functional>

namespace madoguchi::sim {

// Each powering and each reset plays the recording from its beginning. Where the recorded card was
// lost, this one leaves the reader.
class ReplayCard final : public CardInReader {
public:
    // on_divergence is called once for each playing that leaves the recording.
    ReplayCard(apdu::Trace trace, std::function<void(const apdu::Divergence&)> on_divergence)
        : replay_(std::move(trace)), on_divergence_(std::move(on_divergence)) {}

    [[nodiscard]] std::optional<Bytes> answer(ByteView command) override;
    [[nodiscard]] const Bytes& answer_to_reset() const noexcept override {
        return replay_.heading().answer_to_reset;
    }
    [[nodiscard]] const Bytes& power_on() override;
    void power_off() override { replay_.rewind(); }
    void warm_reset() override { replay_.rewind(); }

private:
    apdu::TraceReplay replay_;
    std::function<void(const apdu::Divergence&)> on_divergence_;
};

} // namespace madoguchi::sim

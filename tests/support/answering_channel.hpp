// A card played by a function, for tests that generate commands or answers; keeps what was sent.
#pragma once

#include "hal/card_reader.hpp"

#include <functional>
#include <vector>

namespace madoguchi::test {

class AnsweringChannel final : public hal::CardChannel {
public:
    using Answer = std::function<Result<Bytes>(ByteView command)>;

    explicit AnsweringChannel(Answer answer) : answer_(std::move(answer)) {}

    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        commands_.push_back(to_bytes(command));
        return answer_(command);
    }

    [[nodiscard]] const std::vector<Bytes>& commands() const noexcept { return commands_; }

private:
    Answer answer_;
    std::vector<Bytes> commands_;
};

} // namespace madoguchi::test

// A simulated My Number card behind vpcd that does something planned at one of its commands.
#pragma once

#include "hw-sim/card/virtual_card.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace madoguchi::test {

class Chip {
public:
    // Gives the answer instead of the card: nothing when the card leaves. `honest` executes the
    // command.
    using Mischief = std::function<std::optional<Bytes>(const std::function<Bytes()>& honest)>;

    explicit Chip(std::shared_ptr<sim::VirtualCard> card) : card_(std::move(card)) {}

    // At the command of this number, counted from 0; `for_ever`: and at all later ones.
    void plan(std::size_t command, Mischief mischief, bool for_ever = false) {
        at_ = command;
        mischief_ = std::move(mischief);
        for_ever_ = for_ever;
    }

    [[nodiscard]] std::optional<Bytes> answer(ByteView command) {
        const std::size_t number = commands_++;
        const auto honest = [&] { return card_->transmit(command); };
        const bool now = mischief_ && (number == at_ || (for_ever_ && number > at_));
        return now ? mischief_(honest) : std::optional(honest());
    }

    [[nodiscard]] std::size_t commands() const noexcept { return commands_; }
    [[nodiscard]] std::size_t verifies() const {
        return card_->observations().verified_with_data.size();
    }

private:
    std::shared_ptr<sim::VirtualCard> card_;
    std::size_t at_ = 0;
    Mischief mischief_;
    bool for_ever_ = false;
    std::atomic<std::size_t> commands_ = 0;
};

} // namespace madoguchi::test

// The bound of every loop that a card feeds: rounds, bytes and a deadline, spent together.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"

#include <cstddef>

namespace madoguchi::apdu {

class ExchangeBudget {
public:
    ExchangeBudget(std::size_t rounds, std::size_t bytes, Deadline deadline) noexcept
        : rounds_left_(rounds), bytes_left_(bytes), deadline_(deadline) {}

    // Before each command. Errors: BudgetExceeded when no round is left, DeadlineExceeded.
    [[nodiscard]] Result<void> take_round() {
        if (deadline_.has_passed()) {
            return fail(ErrorCode::DeadlineExceeded,
                        "the conversation with the card ran out of time");
        }
        if (rounds_left_ == 0) {
            return fail(ErrorCode::BudgetExceeded,
                        "the conversation with the card ran out of rounds");
        }
        --rounds_left_;
        return {};
    }

    // After each answer. Errors: BudgetExceeded when the card sent more than all bytes allowed.
    [[nodiscard]] Result<void> take_bytes(std::size_t received) {
        if (received > bytes_left_) {
            return fail(ErrorCode::BudgetExceeded,
                        "the card sent more bytes than its task may need");
        }
        bytes_left_ -= received;
        return {};
    }

    [[nodiscard]] Deadline deadline() const noexcept { return deadline_; }
    [[nodiscard]] std::size_t rounds_left() const noexcept { return rounds_left_; }
    [[nodiscard]] std::size_t bytes_left() const noexcept { return bytes_left_; }

private:
    std::size_t rounds_left_;
    std::size_t bytes_left_;
    Deadline deadline_;
};

} // namespace madoguchi::apdu

#include "hal/card_reader.hpp"

#include "hal/base/contract.hpp"

#include <utility>

namespace madoguchi::hal {

Transaction::Transaction(std::unique_ptr<TransactionPort> port, Bytes answer_to_reset,
                         TransferLimits limits)
    : port_(std::move(port)), answer_to_reset_(std::move(answer_to_reset)), limits_(limits) {
    MADOGUCHI_EXPECTS(port_ != nullptr);
}

Transaction::~Transaction() {
    end();
}

Transaction::Transaction(Transaction&& other) noexcept = default;

Transaction& Transaction::operator=(Transaction&& other) noexcept {
    if (this != &other) {
        end();
        port_ = std::move(other.port_);
        answer_to_reset_ = std::move(other.answer_to_reset_);
        limits_ = other.limits_;
    }
    return *this;
}

CardChannel& Transaction::channel() {
    MADOGUCHI_EXPECTS(port_ != nullptr);
    return *port_;
}

void Transaction::end(CardAfterUse after) noexcept {
    if (port_ != nullptr) {
        port_->end(after);
        port_.reset();
    }
}

} // namespace madoguchi::hal

#include "bench/card/measured_card.hpp"

namespace madoguchi::bench {

namespace {

class MeasuringPort final : public hal::TransactionPort {
public:
    MeasuringPort(sim::VirtualCard& card, std::vector<sim::Exchange>& exchanges)
        : card_(card), exchanges_(exchanges) {}

    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        Bytes answer = card_.transmit(command);
        exchanges_.push_back(sim::exchange_of(command, answer));
        return answer;
    }
    void end(hal::CardAfterUse /*after*/) noexcept override { card_.power_off(); }

private:
    sim::VirtualCard& card_;
    std::vector<sim::Exchange>& exchanges_;
};

hal::TransferLimits limits_of(Lengths lengths) {
    constexpr hal::TransferLimits extended{true, 65544, 65538};
    return lengths == Lengths::Extended ? extended : hal::TransferLimits{};
}

} // namespace

MeasuredCard::MeasuredCard(const sim::CardContent& content, Lengths lengths)
    : lengths_(lengths), card_(content, numbers_) {
}

hal::Transaction MeasuredCard::begin() {
    return {std::make_unique<MeasuringPort>(card_, exchanges_), card_.power_on(),
            limits_of(lengths_)};
}

} // namespace madoguchi::bench

#include "tests/contract/scripted_bench.hpp"

#include "tests/support/scripted_channel.hpp"

namespace madoguchi::test {

namespace {

// The reader that a scripted channel comes from: a script for each transaction.
struct Place {
    bool card_present = false;
    int insertions = 0;
    bool torn = false;
};

// Feeds the channel its next step just before each command, as the state of the place demands.
class FedChannel final : public hal::TransactionPort {
public:
    explicit FedChannel(std::shared_ptr<Place> place)
        : place_(std::move(place)), insertion_(place_->insertions) {}

    Result<Bytes> transmit(ByteView command, Deadline deadline) override {
        if (!channel_.is_dead() && !deadline.has_passed()) {
            const bool here =
                place_->card_present && place_->insertions == insertion_ && !place_->torn;
            here ? channel_.expect(to_bytes(command), hex("9000"))
                 : channel_.expect_failure(to_hex(command), ErrorCode::CardRemoved);
        }
        return channel_.transmit(command, deadline);
    }
    void end(hal::CardAfterUse after) noexcept override { channel_.end(after); }

private:
    std::shared_ptr<Place> place_;
    int insertion_;
    ScriptedChannel channel_;
};

class ScriptedReader final : public hal::CardReader {
public:
    explicit ScriptedReader(std::shared_ptr<Place> place) : place_(std::move(place)) {}

    const std::string& name() const noexcept override { return name_; }
    Result<hal::Transaction> begin(Deadline deadline) override {
        if (deadline.has_passed()) {
            return fail(ErrorCode::DeadlineExceeded, "scripted: too late");
        }
        if (!place_->card_present) {
            return fail(ErrorCode::NoCard, "scripted: no card");
        }
        return hal::Transaction(std::make_unique<FedChannel>(place_), {}, {});
    }

private:
    std::shared_ptr<Place> place_;
    std::string name_ = "Scripted Reader";
};

class ScriptedBench final : public CardBench {
public:
    std::unique_ptr<hal::CardReader> reader() override {
        return std::make_unique<ScriptedReader>(place_);
    }
    void insert() override {
        place_->card_present = true;
        place_->torn = false;
        ++place_->insertions;
    }
    void remove() override { place_->card_present = false; }
    void tear_next_command() override { place_->torn = true; }

private:
    std::shared_ptr<Place> place_ = std::make_shared<Place>();
};

} // namespace

std::unique_ptr<CardBench> make_scripted_bench() {
    return std::make_unique<ScriptedBench>();
}

} // namespace madoguchi::test

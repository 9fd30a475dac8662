#include "apdu/trace/replay_reader.hpp"

namespace madoguchi::apdu {

namespace {

class ReplayTransaction final : public hal::TransactionPort {
public:
    explicit ReplayTransaction(TraceReplay& replay) : replay_(replay) {}

    Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        if (dead_because_) {
            return fail(*dead_because_);
        }
        auto answer = replay_.answer(command);
        if (!answer) {
            dead_because_ = answer.error();
        }
        return answer;
    }
    void end(hal::CardAfterUse /*after*/) noexcept override {}

private:
    TraceReplay& replay_;
    std::optional<Error> dead_because_;
};

class ReplayCardReader final : public hal::CardReader {
public:
    explicit ReplayCardReader(TraceReplay& replay) : replay_(replay) {}

    [[nodiscard]] const std::string& name() const noexcept override {
        return replay_.heading().reader;
    }
    [[nodiscard]] Result<hal::Transaction> begin(Deadline /*deadline*/) override {
        const TraceHeading& heading = replay_.heading();
        return hal::Transaction(std::make_unique<ReplayTransaction>(replay_),
                                heading.answer_to_reset, heading.limits);
    }

private:
    TraceReplay& replay_;
};

} // namespace

Result<std::vector<hal::ReaderState>> ReplayReader::list() {
    return std::vector<hal::ReaderState>{{replay_.heading().reader, true}};
}

Result<std::unique_ptr<hal::CardReader>> ReplayReader::open(const std::string& reader_name) {
    if (reader_name != replay_.heading().reader) {
        return fail(ErrorCode::NoReader, "the recording was made on a reader of another name");
    }
    return std::make_unique<ReplayCardReader>(replay_);
}

} // namespace madoguchi::apdu

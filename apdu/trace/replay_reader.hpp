// The reader of a recorded conversation: a card on the hal ports that answers as the recording did.
#pragma once

#include "apdu/trace/trace_replay.hpp"

namespace madoguchi::apdu {

// One reader with the recorded name, limits and answer to reset. Use from one thread.
class ReplayReader final : public hal::CardReaderDirectory {
public:
    // The replay must outlive the readers and transactions given out.
    explicit ReplayReader(TraceReplay& replay) : replay_(replay) {}

    [[nodiscard]] Result<std::vector<hal::ReaderState>> list() override;
    [[nodiscard]] Result<std::unique_ptr<hal::CardReader>>
    open(const std::string& reader_name) override;

private:
    TraceReplay& replay_;
};

} // namespace madoguchi::apdu

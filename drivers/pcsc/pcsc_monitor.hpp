// What happens at the readers, seen by a blocking status change: cards, hot-plug, and the daemon's
// own death and return.
#pragma once

#include "drivers/pcsc/scard_table.hpp"
#include "hal/card_reader.hpp"

#include <memory>
#include <vector>

namespace madoguchi::drivers {

// wait() belongs to one thread; cancel() to any. Reader names are those of PcscReaderDirectory.
// ServiceLost comes once when the daemon is gone or absent from the start; ServiceRestored when it
// is there again, followed by what is attached now.
class PcscMonitor final : public hal::CardReaderMonitor {
public:
    explicit PcscMonitor(std::shared_ptr<const ScardTable> table = system_scard_table());
    ~PcscMonitor() override;
    PcscMonitor(const PcscMonitor&) = delete;
    PcscMonitor& operator=(const PcscMonitor&) = delete;

    [[nodiscard]] Result<std::vector<hal::ReaderEvent>> wait(Deadline deadline) override;
    void cancel() noexcept override;

private:
    class Watch;
    std::unique_ptr<Watch> watch_;
};

} // namespace madoguchi::drivers

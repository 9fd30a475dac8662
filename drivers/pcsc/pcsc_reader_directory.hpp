// Card readers behind PC/SC (ISO/IEC 7816 cards and contactless ones alike).
#pragma once

#include "drivers/pcsc/scard_table.hpp"
#include "hal/card_reader.hpp"

#include <memory>
#include <string>
#include <vector>

namespace madoguchi::drivers {

class PcscService;
class ReaderCapabilities;

// What PC/SC cannot tell and the operator may know.
struct PcscOptions {
    // Assumed of every reader until it shows that it carries less.
    hal::TransferLimits limits{true, 65'544, 65'538};
};

// Each object, and each reader it opens, keeps its own connection to the daemon and belongs to one
// thread at a time. After the daemon died the next call connects anew.
class PcscReaderDirectory final : public hal::CardReaderDirectory {
public:
    explicit PcscReaderDirectory(PcscOptions options = {},
                                 std::shared_ptr<const ScardTable> table = system_scard_table());
    ~PcscReaderDirectory() override;
    PcscReaderDirectory(const PcscReaderDirectory&) = delete;
    PcscReaderDirectory& operator=(const PcscReaderDirectory&) = delete;

    // Names are made fit for display: valid UTF-8, no control characters, at most 128 bytes,
    // unique.
    [[nodiscard]] Result<std::vector<hal::ReaderState>> list() override;

    // The reader's begin() and its channel's transmit() cannot be interrupted: PC/SC blocks while
    // another program holds the card or while the card computes, and SCardCancel does not free them
    // (docs/pcsc.md). The deadline is looked at before each PC/SC call; the caller's
    // watchdog stands above.
    [[nodiscard]] Result<std::unique_ptr<hal::CardReader>>
    open(const std::string& reader_name) override;

private:
    std::shared_ptr<ReaderCapabilities> capabilities_;
    std::shared_ptr<const ScardTable> table_;
    std::unique_ptr<PcscService> service_;
};

} // namespace madoguchi::drivers

// One reader behind PC/SC.
#pragma once

#include "drivers/pcsc/pcsc_context.hpp"
#include "drivers/pcsc/reader_capabilities.hpp"
#include "drivers/pcsc/reader_names.hpp"
#include "hal/card_reader.hpp"

namespace madoguchi::drivers {

class PcscReader final : public hal::CardReader {
public:
    PcscReader(std::shared_ptr<const ScardTable> table, ReaderName name,
               std::shared_ptr<ReaderCapabilities> capabilities)
        : service_(std::move(table)), name_(std::move(name)),
          capabilities_(std::move(capabilities)) {}

    [[nodiscard]] const std::string& name() const noexcept override { return name_.shown; }

    // Connects and begins exclusive use. The deadline is looked at before and after each PC/SC call
    // but cannot interrupt one. Errors: as hal::CardReader::begin.
    [[nodiscard]] Result<hal::Transaction> begin(Deadline deadline) override;

private:
    [[nodiscard]] Result<hal::Transaction> begin_once(Deadline deadline);

    PcscService service_;
    ReaderName name_;
    std::shared_ptr<ReaderCapabilities> capabilities_;
};

} // namespace madoguchi::drivers

// A card reader without any hardware or daemon: virtual cards behind the hal ports, for tests.
#pragma once

#include "hal/card_reader.hpp"
#include "hw-sim/card/virtual_card.hpp"

#include <memory>
#include <string>

namespace madoguchi::sim {

// One reader, its directory and its monitor. Cards are put in and taken out at will, from any
// thread; a channel whose card was taken out answers CardRemoved from then on, also after the card
// is back.
class InProcessReader final : public hal::CardReaderDirectory {
public:
    explicit InProcessReader(std::string name = "Madoguchi In-Process Reader 00 00",
                             hal::TransferLimits limits = {true, 65544, 65538});
    ~InProcessReader() override;
    InProcessReader(const InProcessReader&) = delete;
    InProcessReader& operator=(const InProcessReader&) = delete;

    // Powers the card on; a card already inside is taken out first.
    void insert(std::shared_ptr<VirtualCard> card);
    void remove();
    // Takes the card out just before it would answer one command more than this many; without a
    // card inside, the next one.
    void remove_after(std::size_t exchanges);
    // The reader is unplugged (its channels answer ReaderLost) or plugged in again.
    void unplug();
    void plug_in();

    [[nodiscard]] const std::string& name() const noexcept;

    // hal::CardReaderDirectory
    [[nodiscard]] Result<std::vector<hal::ReaderState>> list() override;
    [[nodiscard]] Result<std::unique_ptr<hal::CardReader>>
    open(const std::string& reader_name) override;

    // May outlive the reader.
    [[nodiscard]] std::unique_ptr<hal::CardReaderMonitor> monitor();

    struct State; // shared with the readers, channels and monitors given out

private:
    std::shared_ptr<State> state_;
};

} // namespace madoguchi::sim

// Readers whose cards can be made to hang: a driver call that does not come back, as PC/SC's may.
#pragma once

#include "hal/card_reader.hpp"

#include <condition_variable>
#include <mutex>

namespace madoguchi::test {

class HoldableReaders final : public hal::CardReaderDirectory {
public:
    // The readers behind it outlive it.
    explicit HoldableReaders(hal::CardReaderDirectory& behind) : behind_(behind) {}
    ~HoldableReaders() override { release(); }
    HoldableReaders(const HoldableReaders&) = delete;
    HoldableReaders& operator=(const HoldableReaders&) = delete;

    // From now on no exchange comes back, whatever its deadline.
    void hold() { set_held(true); }
    void release() { set_held(false); }

    // Transactions begun and not yet ended with power-down.
    [[nodiscard]] int powered_cards() const;
    // False when one is still powered at the deadline.
    [[nodiscard]] bool wait_until_powered_down(Deadline deadline);

    [[nodiscard]] Result<std::vector<hal::ReaderState>> list() override { return behind_.list(); }
    [[nodiscard]] Result<std::unique_ptr<hal::CardReader>>
    open(const std::string& reader_name) override;

private:
    class Reader;
    class Port;

    void set_held(bool held);
    void wait_while_held();
    void count(int change);

    hal::CardReaderDirectory& behind_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool held_ = false;
    int powered_cards_ = 0;
};

} // namespace madoguchi::test

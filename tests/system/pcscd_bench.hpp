// The contract's bench over the real pcscd with vsmartcard-vpcd. Runs only under
// `private-pcscd run private-pcscd card …`.
#pragma once

#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "tests/contract/card_bench.hpp"
#include "tests/support/vpcd/vpcd_card.hpp"

#include <atomic>
#include <chrono>

namespace madoguchi::test {

inline constexpr const char* virtual_reader_name = "Virtual PCD 00 00";

// Ends the whole program when a test hangs: a PC/SC call cannot be interrupted.
class TimeLimit {
public:
    explicit TimeLimit(std::chrono::seconds limit);
    ~TimeLimit();
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;
};

class PcscdBench final : public CardBench {
public:
    PcscdBench();

    [[nodiscard]] std::unique_ptr<hal::CardReader> reader() override;
    void insert() override;
    void remove() override;
    void tear_next_command() override { tear_ = true; }
    [[nodiscard]] hal::CardReaderDirectory* directory() override { return &directory_; }
    [[nodiscard]] std::unique_ptr<hal::CardReaderMonitor> monitor() override;

    // Replaces what the card answers from now on.
    void card_answers(VpcdCard::Answers answers) { answers_ = std::move(answers); }
    // Waits until pcscd has noticed.
    void wait_until_present(bool present);

private:
    [[nodiscard]] std::optional<Bytes> answer(ByteView command);

    TimeLimit limit_{std::chrono::seconds(30)};
    drivers::PcscReaderDirectory directory_;
    std::atomic<bool> tear_ = false; // at the next command
    std::atomic<bool> torn_ = false; // and not put back yet
    VpcdCard::Answers answers_;
    VpcdCard card_;
};

// Runs a verb of private-pcscd; the path is given by CMake.
void private_pcscd(const std::string& verb);

} // namespace madoguchi::test

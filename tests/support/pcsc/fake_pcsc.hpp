// A PC/SC daemon in memory behind the driver's table of functions. It behaves as pcsc-lite was
// measured to (dead contexts, handles that never heal), counts what is open, and fails on demand.
#pragma once

#include "drivers/pcsc/scard_table.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::test {

enum class ScardFunction : std::uint8_t {
    EstablishContext,
    ReleaseContext,
    Cancel,
    ListReaders,
    GetStatusChange,
    Connect,
    Disconnect,
    BeginTransaction,
    EndTransaction,
    Transmit,
    Status,
};
inline constexpr int scard_function_count = 11;

// The return code and length of one SCardTransmit, after filling the buffer as it likes.
using FakeCard =
    std::function<drivers::ScardLength(ByteView command, std::span<std::uint8_t> answer)>;

// Answers every command with the same bytes.
[[nodiscard]] FakeCard card_that_answers(Bytes answer);

class FakePcsc {
public:
    FakePcsc();
    ~FakePcsc();
    FakePcsc(const FakePcsc&) = delete;
    FakePcsc& operator=(const FakePcsc&) = delete;

    [[nodiscard]] std::shared_ptr<const drivers::ScardTable> table() const { return table_; }

    void add_reader(const std::string& name);
    void remove_reader(const std::string& name);
    void insert(const std::string& reader, FakeCard card);
    void remove(const std::string& reader);
    // As another program would: every open handle sees W_RESET_CARD.
    void reset(const std::string& reader);
    void kill_daemon();
    void start_daemon();

    // The next calls of the function fail; times < 0 is for ever.
    void fail(drivers::ScardCode code, ScardFunction function, int times = -1);
    void heal();
    // Runs just before a function does its work, outside the lock.
    void before(ScardFunction function, std::function<void()> action);
    // What SCardListReaders gives, byte by byte, in place of the true list.
    void list_exactly(std::vector<char> names, std::size_t claimed_length);

    [[nodiscard]] int calls(ScardFunction function) const;
    [[nodiscard]] bool all_closed() const; // contexts, cards, transactions
    [[nodiscard]] std::vector<drivers::ScardDisposition> dispositions() const;

private:
    struct World;
    std::shared_ptr<World> world_;
    std::shared_ptr<const drivers::ScardTable> table_;
};

} // namespace madoguchi::test

// Ports: card readers, what happens at them, and exclusive use of the card in one.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::hal {

// What happens to the card when a transaction ends. A verified PIN may survive a mere disconnect on
// contactless readers, so power-down is the rule and leaving it powered the exception.
enum class CardAfterUse : std::uint8_t { PowerDown, LeavePowered };

// How long commands and answers may be on this reader, in bytes of the whole APDU, as far as the
// driver knows. The defaults are the longest short ones.
struct TransferLimits {
    bool extended_length = false;
    std::size_t longest_command = 261;
    std::size_t longest_answer = 258;
};

// Bytes out, bytes in. Only a Transaction gives one.
class CardChannel {
public:
    virtual ~CardChannel() = default;

    // Sends one command APDU and returns the whole response APDU (at least two bytes, the status
    // word last). After any error the channel is dead: each further call gives the same error.
    // Errors: CardRemoved (also a success without the two bytes: a tear), CardReset, ReaderLost,
    // ServiceUnavailable, DeadlineExceeded, TransportFailed.
    [[nodiscard]] virtual Result<Bytes> transmit(ByteView command, Deadline deadline) = 0;

    // The conversation found that answers of this reader end at this many bytes, status word
    // included; a driver that remembers it spares the next conversation finding out.
    virtual void note_longest_answer(std::size_t /*bytes*/) {}
};

// What a driver implements: a channel inside an open exclusive use.
class TransactionPort : public CardChannel {
public:
    // Ends the exclusive use. Called once; errors are of no use to anyone and are logged by the
    // driver.
    virtual void end(CardAfterUse after) noexcept = 0;
};

// Exclusive use of a card from now until destruction. Move-only; ends with PowerDown unless told
// otherwise.
class Transaction {
public:
    Transaction(std::unique_ptr<TransactionPort> port, Bytes answer_to_reset,
                TransferLimits limits);
    ~Transaction();

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&& other) noexcept;

    // Contract: neither ended nor moved from.
    [[nodiscard]] CardChannel& channel();
    // For display and diagnostics only: cards are recognised by their applications, never by these
    // bytes.
    [[nodiscard]] const Bytes& answer_to_reset() const noexcept { return answer_to_reset_; }
    [[nodiscard]] const TransferLimits& limits() const noexcept { return limits_; }

    // Ends the exclusive use now; on one that has ended already it does nothing.
    void end(CardAfterUse after = CardAfterUse::PowerDown) noexcept;

private:
    std::unique_ptr<TransactionPort> port_; // null once ended
    Bytes answer_to_reset_;
    TransferLimits limits_;
};

class CardReader {
public:
    virtual ~CardReader() = default;

    [[nodiscard]] virtual const std::string& name() const noexcept = 0;

    // Connects to the card in the field and begins exclusive use.
    // Errors: NoCard, CardMute, ReaderLost, ReaderBusy, ServiceUnavailable, AccessDenied,
    // DeadlineExceeded, TransportFailed.
    [[nodiscard]] virtual Result<Transaction> begin(Deadline deadline) = 0;
};

struct ReaderState {
    std::string name;
    bool card_present = false;
};

class CardReaderDirectory {
public:
    virtual ~CardReaderDirectory() = default;

    // Readers now attached; an empty list is not an error.
    // Errors: ServiceUnavailable, AccessDenied, TransportFailed.
    [[nodiscard]] virtual Result<std::vector<ReaderState>> list() = 0;

    // Errors: NoReader when no reader has that name, and as list().
    [[nodiscard]] virtual Result<std::unique_ptr<CardReader>>
    open(const std::string& reader_name) = 0;
};

enum class ReaderChange : std::uint8_t {
    ReaderAdded,
    ReaderRemoved,
    CardInserted,
    CardRemoved,
    ServiceLost,
    ServiceRestored,
};

struct ReaderEvent {
    ReaderChange change{};
    std::string reader; // empty for the service
};

class CardReaderMonitor {
public:
    virtual ~CardReaderMonitor() = default;

    // Waits until something changed. The first call reports what is there. An empty list means that
    // the deadline passed or wait was cancelled. A dead service is an event, not an error: the
    // monitor reconnects by itself.
    [[nodiscard]] virtual Result<std::vector<ReaderEvent>> wait(Deadline deadline) = 0;

    // Makes wait return soon; callable from any thread.
    virtual void cancel() noexcept = 0;
};

} // namespace madoguchi::hal

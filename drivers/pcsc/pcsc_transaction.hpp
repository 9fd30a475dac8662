// Exclusive use of one card over PC/SC.
#pragma once

#include "drivers/pcsc/pcsc_context.hpp"
#include "drivers/pcsc/reader_capabilities.hpp"
#include "hal/base/secret.hpp"
#include "hal/card_reader.hpp"

#include <memory>
#include <optional>
#include <string>

namespace madoguchi::drivers {

// A connected card; disconnects on destruction.
class PcscCard {
public:
    // Shared mode, T=0 or T=1. Blocks while another program holds a transaction.
    // Errors: as error_before_use.
    [[nodiscard]] static Result<PcscCard> connect(SharedPcscContext context,
                                                  const std::string& reader);
    ~PcscCard();
    PcscCard(const PcscCard&) = delete;
    PcscCard& operator=(const PcscCard&) = delete;
    PcscCard(PcscCard&& other) noexcept;
    PcscCard& operator=(PcscCard&&) = delete;

    [[nodiscard]] const ScardTable& table() const noexcept { return context_->table(); }
    [[nodiscard]] ScardCard handle() const noexcept { return handle_; }
    [[nodiscard]] ScardProtocol protocol() const noexcept { return protocol_; }

    void disconnect(ScardDisposition disposition) noexcept;

private:
    PcscCard(SharedPcscContext context, const ScardConnected& connected) noexcept
        : context_(std::move(context)), handle_(connected.card), protocol_(connected.protocol) {}

    SharedPcscContext context_; // null once disconnected
    ScardCard handle_;
    ScardProtocol protocol_;
};

// Where to note what this conversation shows of its reader.
struct ReaderNotes {
    std::shared_ptr<ReaderCapabilities> capabilities;
    std::string reader;
};

// Never reconnects: after a removal or reset another card, or another state, may be behind the
// handle.
class PcscTransaction final : public hal::TransactionPort {
public:
    // Blocks while another program holds a transaction. Errors: as error_before_use.
    [[nodiscard]] static Result<std::unique_ptr<PcscTransaction>> begin(PcscCard card,
                                                                        ReaderNotes notes);
    ~PcscTransaction() override;
    PcscTransaction(const PcscTransaction&) = delete;
    PcscTransaction& operator=(const PcscTransaction&) = delete;

    // At most 33 bytes.
    [[nodiscard]] Result<Bytes> answer_to_reset() const;

    // A deadline that has passed is an error before anything is sent; a card that answers late is
    // waited for, because PC/SC cannot be interrupted, and its answer is given.
    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline deadline) override;
    void note_longest_answer(std::size_t bytes) override;
    void end(hal::CardAfterUse after) noexcept override;

private:
    PcscTransaction(PcscCard card, ReaderNotes notes);
    [[nodiscard]] Result<Bytes> exchange(ByteView command);
    [[nodiscard]] Result<Bytes> exchange_extended(ByteView command);

    PcscCard card_;
    ReaderNotes notes_;
    SecretBytes answer_buffer_;
    std::optional<Error> death_; // the error that every later call repeats
    bool ended_ = false;
};

} // namespace madoguchi::drivers

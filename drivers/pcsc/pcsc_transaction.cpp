#include "drivers/pcsc/pcsc_transaction.hpp"

#include "hal/base/log.hpp"

#include <array>

namespace madoguchi::drivers {

namespace {

constexpr std::size_t longest_answer = 65'536 + 2; // extended length and status word
constexpr std::size_t longest_answer_to_reset = 33;

// Lc or Le in the three-byte form of ISO/IEC 7816-3 clause 12.1.3.
bool is_extended(ByteView command) {
    return command.size() >= 7 && command[4] == 0;
}

void log_if_failed(StaticText event, ScardCode code) {
    if (code != ScardCode::Success) {
        log::write_error(log::Level::Debug, event, error_in_use(code));
    }
}

} // namespace

Result<PcscCard> PcscCard::connect(SharedPcscContext context, const std::string& reader) {
    const ScardConnected connected = context->table().connect(context->handle(), reader);
    if (connected.code != ScardCode::Success) {
        return fail(error_before_use(connected.code));
    }
    return PcscCard(std::move(context), connected);
}

PcscCard::~PcscCard() {
    disconnect(ScardDisposition::Unpower);
}

PcscCard::PcscCard(PcscCard&& other) noexcept = default;

void PcscCard::disconnect(ScardDisposition disposition) noexcept {
    if (context_ != nullptr) {
        log_if_failed("card was not disconnected", table().disconnect(handle_, disposition));
        context_.reset();
    }
}

PcscTransaction::PcscTransaction(PcscCard card, ReaderNotes notes)
    : card_(std::move(card)), notes_(std::move(notes)), answer_buffer_(longest_answer) {
}

Result<std::unique_ptr<PcscTransaction>> PcscTransaction::begin(PcscCard card, ReaderNotes notes) {
    const ScardCode code = card.table().begin_transaction(card.handle());
    if (code != ScardCode::Success) {
        return fail(error_before_use(code));
    }
    return std::unique_ptr<PcscTransaction>(new PcscTransaction(std::move(card), std::move(notes)));
}

PcscTransaction::~PcscTransaction() {
    end(hal::CardAfterUse::PowerDown);
}

Result<Bytes> PcscTransaction::answer_to_reset() const {
    std::array<std::uint8_t, longest_answer_to_reset> buffer{};
    const ScardLength status = card_.table().status(card_.handle(), buffer);
    if (status.code != ScardCode::Success) {
        return fail(error_before_use(status.code));
    }
    if (status.length > buffer.size()) {
        return fail(ErrorCode::TransportFailed, "PC/SC gave an answer to reset above 33 bytes");
    }
    return to_bytes(ByteView(buffer).first(status.length));
}

Result<Bytes> PcscTransaction::transmit(ByteView command, Deadline deadline) {
    if (!death_ && deadline.has_passed()) {
        death_ = Error(ErrorCode::DeadlineExceeded, "the time for the card's answer was used up");
    }
    if (death_) {
        return fail(*death_);
    }
    Result<Bytes> answer = is_extended(command) ? exchange_extended(command) : exchange(command);
    // Of a good answer only its own length was written; wiping all 64 KiB each time would cost more
    // than everything else here.
    const std::size_t written = answer ? answer->size() : answer_buffer_.size();
    wipe(answer_buffer_.reveal_for_writing().data(), written);
    if (!answer) {
        death_ = answer.error();
    }
    return answer;
}

Result<Bytes> PcscTransaction::exchange(ByteView command) {
    const auto buffer = answer_buffer_.reveal_for_writing();
    const ScardLength answer =
        card_.table().transmit(card_.handle(), card_.protocol(), command, buffer);
    if (answer.code != ScardCode::Success) {
        return fail(error_in_use(answer.code));
    }
    if (answer.length < 2) {
        return fail(ErrorCode::CardRemoved,
                    "the card left in the middle of a command; present the card again");
    }
    if (answer.length > buffer.size()) {
        return fail(ErrorCode::TransportFailed, "PC/SC claims an answer longer than its buffer");
    }
    return to_bytes(ByteView(buffer).first(answer.length));
}

// A reader that cannot carry an extended command fails like one whose card left; it is told from
// that one by the card's still being there.
Result<Bytes> PcscTransaction::exchange_extended(ByteView command) {
    Result<Bytes> answer = exchange(command);
    if (answer) {
        notes_.capabilities->note_extended_answer(notes_.reader);
        return answer;
    }
    const bool may_be_the_length =
        answer.error().code() == ErrorCode::TransportFailed ||
        answer.error().system_code() == static_cast<std::int64_t>(ScardCode::NotTransacted);
    if (may_be_the_length && answer_to_reset() &&
        notes_.capabilities->note_extended_failure(notes_.reader)) {
        return fail(ErrorCode::TransportFailed,
                    "the reader lost a long command while the card stayed; present the card again");
    }
    return answer;
}

void PcscTransaction::note_longest_answer(std::size_t bytes) {
    notes_.capabilities->note_longest_answer(notes_.reader, bytes);
}

void PcscTransaction::end(hal::CardAfterUse after) noexcept {
    if (ended_) {
        return;
    }
    ended_ = true;
    // Power goes already with the end of the transaction: a program that waits for the card must
    // not meet a verified PIN between the two calls.
    const auto disposition =
        after == hal::CardAfterUse::PowerDown ? ScardDisposition::Unpower : ScardDisposition::Leave;
    log_if_failed("transaction was not ended",
                  card_.table().end_transaction(card_.handle(), disposition));
    card_.disconnect(disposition);
}

} // namespace madoguchi::drivers

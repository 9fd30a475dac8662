#include "apdu/apdu_channel.hpp"

#include <algorithm>

namespace madoguchi::apdu {

namespace {

// SW2 of 61xx and 6Cxx: 00 stands for 256.
std::size_t length_in(StatusWord status) {
    return status.sw2() == 0 ? ApduLimits::short_answer : status.sw2();
}

// How a card may say that it knows no extended form: words about lengths, classes, instructions and
// what it cannot name. What 69xx and 6Axx say is about the file, and any form would get it.
bool may_refuse_form(StatusWord status) {
    switch (status.sw1()) {
    case 0x67:
    case 0x68:
    case 0x6C:
    case 0x6D:
    case 0x6E:
    case 0x6F:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<ResponseApdu> ApduChannel::exchange(const CommandApdu& command, ExchangeBudget& budget) {
    ResponseApdu response =
        MADOGUCHI_TRY(is_due_to_try_extended(command) ? try_extended(command, budget)
                                                      : transmit(command, budget));
    if (response.status().has_exact_length() && command.expected_length) {
        CommandApdu again = command;
        again.expected_length = length_in(response.status());
        response = MADOGUCHI_TRY(transmit(again, budget));
    }
    if (response.status().has_more_data()) {
        return collect_rest(std::move(response), budget);
    }
    return response;
}

Result<ResponseApdu> ApduChannel::exchange_once(const CommandApdu& command,
                                                ExchangeBudget& budget) {
    return transmit(command, budget);
}

Result<ResponseApdu> ApduChannel::exchange_once(const SecretCommand& command,
                                                ExchangeBudget& budget) {
    return transmit(command.header(), command.reveal_encoded(), 0, budget);
}

void ApduChannel::limit_answers(std::size_t data) noexcept {
    limits_.longest_answer_data = std::min(limits_.longest_answer_data, data);
    limits_.extended_length = limits_.extended_length && data > ApduLimits::short_answer;
}

void ApduChannel::learn_cut(std::size_t data) {
    limit_answers(data);
    card_.note_longest_answer(data + ApduLimits::status_word_size);
}

bool ApduChannel::is_due_to_try_extended(const CommandApdu& command) const noexcept {
    return limits_.extended_length && !extended_was_tried_ && command.data.empty() &&
           command.expected_length.has_value();
}

Result<ResponseApdu> ApduChannel::try_extended(const CommandApdu& command, ExchangeBudget& budget) {
    extended_was_tried_ = true;
    const Bytes encoded = MADOGUCHI_TRY(command.encode(limits_, LengthForm::Extended));
    ResponseApdu response =
        MADOGUCHI_TRY(transmit(command.header, encoded, encoded.size(), budget));
    if (!may_refuse_form(response.status())) {
        return response;
    }
    const bool is_certain = response.status() == status::wrong_length;
    if (*command.expected_length <=
        ApduLimits::short_answer) { // else the caller has to ask for less
        response = MADOGUCHI_TRY(transmit(command, budget));
    }
    if (is_certain || response.status().is_success() || response.status().has_more_data()) {
        limit_answers(ApduLimits::short_answer);
    }
    return response;
}

Result<ResponseApdu> ApduChannel::transmit(const CommandApdu& command, ExchangeBudget& budget) {
    const Bytes encoded = MADOGUCHI_TRY(command.encode(limits_));
    return transmit(command.header, encoded, encoded.size(), budget);
}

Result<ResponseApdu> ApduChannel::transmit(const CommandHeader& header, ByteView encoded,
                                           std::size_t length_to_trace, ExchangeBudget& budget) {
    MADOGUCHI_TRY(budget.take_round());
    const auto start = std::chrono::steady_clock::now();
    const Result<Bytes> received = card_.transmit(encoded, budget.deadline());
    Result<ResponseApdu> response =
        received ? ResponseApdu::parse(*received) : Result<ResponseApdu>(fail(received.error()));
    if (trace_ != nullptr) {
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - start);
        if (length_to_trace != 0) {
            trace_->on_bytes({encoded, received ? ByteView(*received) : ByteView()});
        }
        trace_->on_exchange({header, length_to_trace, received ? received->size() : 0,
                             response ? std::optional(response->status()) : std::nullopt, took,
                             response ? std::nullopt : std::optional(response.error().code())});
    }
    if (received) {
        MADOGUCHI_TRY(budget.take_bytes(received->size()));
    }
    return response;
}

Result<ResponseApdu> ApduChannel::collect_rest(ResponseApdu first, ExchangeBudget& budget) {
    StatusWord status = first.status();
    Bytes joined = std::move(first).data();
    while (status.has_more_data()) {
        ResponseApdu part =
            MADOGUCHI_TRY(transmit(command::get_response(length_in(status)), budget));
        status = part.status();
        if (status.has_more_data() && part.data().empty()) {
            return fail(ErrorCode::NoProgress, "the card promises more data and sends none");
        }
        joined.insert(joined.end(), part.data().begin(), part.data().end());
    }
    return ResponseApdu(std::move(joined), status);
}

} // namespace madoguchi::apdu

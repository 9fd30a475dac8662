// A whole reception in which the input plays the card, in the record format of OpenSC's reader
// fuzzer: each record a little-endian length of two bytes and its bytes; the first is the answer to
// reset, each later one an answer; behind the last the card is gone. Played once on a reader with
// short lengths and once with extended ones. Whatever the card says, the reception ends with a
// result or an Error, and a number goes out only right after its own counter showed two tries.
#include "jpki/reception/authenticate_with_pin.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "tests/fuzz/require.hpp"

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t most_exchanges = 2048; // eight tasks of 256 rounds: far above any real one

class Records {
public:
    explicit Records(ByteView input) : rest_(input) {}

    std::optional<Bytes> next() {
        constexpr std::size_t length_field = 2;
        if (rest_.size() < length_field) {
            return std::nullopt;
        }
        const std::size_t stated = rest_[0] | std::size_t{rest_[1]} << 8U;
        const std::size_t length = std::min(stated, rest_.size() - length_field);
        const Bytes record = to_bytes(rest_.subspan(length_field, length));
        rest_ = rest_.subspan(length_field + length);
        return record;
    }

private:
    ByteView rest_;
};

// Watches each command before it answers.
class FuzzedCard final : public hal::TransactionPort {
public:
    explicit FuzzedCard(Records answers) : answers_(answers) {}

    Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        require(++exchanges_ <= most_exchanges);
        require(command.size() >= header_length);
        if (is_verify_with_data(command)) {
            require(asked_key_ == to_bytes(command.first(header_length)) && has_tries_to_spend());
        }
        asked_key_ = to_bytes(command);
        const auto answer = answers_.next();
        last_answer_ = answer.value_or(Bytes());
        return answer ? Result<Bytes>(*answer) : fail(ErrorCode::CardRemoved, "no more records");
    }
    void end(hal::CardAfterUse /*after*/) noexcept override {}

private:
    static constexpr std::size_t header_length = 4;

    static bool is_verify_with_data(ByteView command) {
        constexpr std::uint8_t verify = 0x20;
        return command[1] == verify && command.size() > header_length;
    }
    [[nodiscard]] bool has_tries_to_spend() const {
        const std::size_t size = last_answer_.size();
        return size >= 2 && last_answer_[size - 2] == 0x63 && last_answer_[size - 1] >= 0xC2 &&
               last_answer_[size - 1] <= 0xCF;
    }

    Records answers_;
    std::size_t exchanges_ = 0;
    Bytes asked_key_; // the last command, which a VERIFY's own counter query must be
    Bytes last_answer_;
};

SecretBytes digits(std::string_view text) {
    return SecretBytes(as_bytes(text));
}

void receive(hal::Transaction& transaction) {
    const Deadline deadline = Deadline::after(20s);
    const SystemClock clock;
    apdu::TraceLog trace(4);
    auto card = MynaCard::require(transaction, &trace, deadline);
    if (!card) {
        return;
    }
    static_cast<void>(authentication_pin_counter(*card, deadline));
    static_cast<void>(number_b_counter(*card, deadline));
    static_cast<void>(read_with_number_b(
        *card, VerificationNumberB::from_digits(digits("55021720364713")).value(),
        TrustAnchors::none(), clock, deadline));
    static_cast<void>(
        authenticate_with_pin(*card, apdu::Pin::from_digits(digits("2468"), 4, 4).value(),
                              apdu::PinPolicy(), TrustAnchors::none(), clock, deadline));
    static_cast<void>(card->forget_presented_numbers(deadline));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const bool extended : {false, true}) {
        Records records(ByteView(data, size));
        Bytes answer_to_reset = records.next().value_or(Bytes());
        const hal::TransferLimits limits =
            extended ? hal::TransferLimits{true, 65544, 65538} : hal::TransferLimits{};
        hal::Transaction transaction(std::make_unique<FuzzedCard>(records),
                                     std::move(answer_to_reset), limits);
        receive(transaction);
    }
    return 0;
}

// A whole conversation in which the input is what the card answers. Input: one byte of options,
// then answers, each a big-endian length of two bytes and its bytes; after the last one the card is
// gone. Checked: budgets hold, and a PIN goes out at most once and only after a counter with tries
// left.
#include "apdu/pin.hpp"
#include "apdu/transparent_file.hpp"
#include "tests/fuzz/require.hpp"

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t rounds = 40;
constexpr std::size_t largest_file = 4096;

class FuzzedCard final : public hal::CardChannel {
public:
    explicit FuzzedCard(ByteView answers) : answers_(answers) {}

    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        constexpr std::uint8_t verify_instruction = 0x20;
        ++exchanges_;
        pins_seen_ += command[1] == verify_instruction && command.size() > 4 ? 1U : 0U;
        if (answers_.size() < 2) {
            return fail(ErrorCode::CardRemoved, "no more answers");
        }
        const std::size_t length = std::min<std::size_t>(
            static_cast<std::size_t>(big_endian(answers_.first(2))), answers_.size() - 2);
        last_answer_ = to_bytes(answers_.subspan(2, length));
        answers_ = answers_.subspan(2 + length);
        return last_answer_;
    }

    [[nodiscard]] std::size_t exchanges() const noexcept { return exchanges_; }
    [[nodiscard]] std::size_t pins_seen() const noexcept { return pins_seen_; }
    [[nodiscard]] const Bytes& last_answer() const noexcept { return last_answer_; }

private:
    ByteView answers_;
    Bytes last_answer_;
    std::size_t exchanges_ = 0;
    std::size_t pins_seen_ = 0;
};

void read_files(ApduChannel& channel, ExchangeBudget& budget) {
    const ShortFileId file(2);
    if (const auto object = read_object_file(channel, {file, 256, largest_file}, budget)) {
        require(declared_object_length(*object) == object->size());
        require(object->size() <= largest_file);
    }
    if (const auto whole = read_whole_file(channel, file, largest_file, budget)) {
        require(whole->size() <= largest_file);
    }
    if (const auto sized = read_sized_file(channel, file, 300, budget)) {
        require(sized->size() == 300);
    }
}

std::uint16_t status_of(ByteView answer) {
    return answer.size() < 2 ? 0 : static_cast<std::uint16_t>(big_endian(answer.last(2)));
}

void present_pin(FuzzedCard& card, ApduChannel& channel, ExchangeBudget& budget) {
    auto reading = query_retry_counter(channel, KeyReference::current_file(), budget);
    require(card.pins_seen() == 0);
    if (!reading) {
        return;
    }
    const std::uint16_t counter = status_of(card.last_answer());
    const bool has_tries_to_spend = counter >= 0x63C2 && counter <= 0x63CF;
    auto permit = VerifyPermit::from(*std::move(reading), PinPolicy());
    auto pin = Pin::from_digits(SecretBytes(as_bytes("1234")), 4, 4);
    if (permit && pin) {
        const auto outcome = verify(channel, *std::move(pin), *std::move(permit), budget);
        const bool verified = outcome && std::holds_alternative<PinVerified>(*outcome);
        require(!verified || status_of(card.last_answer()) == 0x9000);
    }
    require(card.pins_seen() <= (has_tries_to_spend ? 1U : 0U));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    FuzzedCard card(ByteView(data + 1, size - 1));
    TraceLog trace(8);
    ApduChannel channel(card, {.extended_length = (data[0] & 1U) != 0}, &trace);
    ExchangeBudget budget(rounds, 100'000, Deadline::after(10s));
    (void)channel.exchange({{0x80, 0x2A, 0x00, 0x80}, Bytes(51), 256}, budget);
    if ((data[0] & 2U) != 0) {
        present_pin(card, channel, budget);
    }
    read_files(channel, budget);
    require(card.exchanges() <= rounds && trace.exchanges() == card.exchanges());
    return 0;
}

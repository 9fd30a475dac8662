// What the APDU layer itself costs: a card takes milliseconds for an exchange, so anything here
// above a few microseconds is a fault.
#include "apdu/transparent_file.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>

namespace {

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;

Bytes object(std::uint8_t first, std::uint8_t second, ByteView value) {
    const auto high = static_cast<std::uint8_t>(value.size() >> 8U);
    const auto low = static_cast<std::uint8_t>(value.size() & 0xFFU);
    const Bytes header{first, second, 0x82, high, low};
    return concatenate({header, value});
}

// One constructed object with five primitive ones, `size` bytes all together: the shape of this
// card's text record (about 104 bytes) and of its surface record (about 6 kB).
Bytes record_of(std::size_t size) {
    constexpr std::size_t objects = 5;
    constexpr std::size_t header = 5;
    const Bytes value((size - (objects + 1) * header) / objects, 0x41);
    Bytes content;
    for (std::uint8_t i = 1; i <= objects; ++i) {
        const Bytes part = object(0xDF, static_cast<std::uint8_t>(0x20U + i), value);
        content.insert(content.end(), part.begin(), part.end());
    }
    return object(0xFF, 0x20, content);
}

template <typename T>
T value_of(Result<T> result) {
    if (!result) {
        std::abort(); // a benchmark of refusals would measure nothing
    }
    return *std::move(result);
}

void walk_record(benchmark::State& state) {
    const Bytes record = record_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        BerTlvReader file(record);
        BerTlvReader inside = value_of(file.enter(value_of(file.expect(0xFF20))));
        while (!inside.at_end()) {
            benchmark::DoNotOptimize(value_of(inside.next()).value.data());
        }
    }
    state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(walk_record)->Arg(104)->Arg(6000);

void encode_command(benchmark::State& state) {
    const CommandApdu command{{0x80, 0x2A, 0x00, 0x80}, Bytes(51, 0x30), 256};
    const ApduLimits limits;
    for (auto _ : state) {
        benchmark::DoNotOptimize(value_of(command.encode(limits)).data());
    }
}
BENCHMARK(encode_command);

// A card that answers READ BINARY from memory in no time.
class MemoryCard final : public hal::CardChannel {
public:
    explicit MemoryCard(Bytes file) : file_(std::move(file)) {}

    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        const CommandApdu read = value_of(CommandApdu::decode(command));
        const std::size_t high = (read.header.p1 & 0x80U) != 0 ? 0 : std::size_t{read.header.p1};
        const std::size_t offset = high << 8U | read.header.p2;
        const std::size_t length =
            std::min(read.expected_length.value_or(0), file_.size() - offset);
        return concatenate({ByteView(file_).subspan(offset, length), Bytes{0x90, 0x00}});
    }

private:
    Bytes file_;
};

void exchange(benchmark::State& state) {
    MemoryCard card(Bytes(256, 0x00));
    ApduChannel channel(card, {});
    const CommandApdu read = command::read_binary(0, 256);
    for (auto _ : state) {
        ExchangeBudget budget(1, 1000, Deadline::after(10s));
        benchmark::DoNotOptimize(value_of(channel.exchange(read, budget)).data().data());
    }
}
BENCHMARK(exchange);

void read_file(benchmark::State& state) {
    const Bytes record = record_of(6000);
    MemoryCard card(record);
    ApduChannel channel(card, {.extended_length = state.range(0) != 0});
    for (auto _ : state) {
        ExchangeBudget budget(100, 100'000, Deadline::after(10s));
        benchmark::DoNotOptimize(
            value_of(read_object_file(channel, {ShortFileId(2), 256, 10'000}, budget)).data());
    }
}
BENCHMARK(read_file)->ArgName("extended")->Arg(0)->Arg(1);

} // namespace

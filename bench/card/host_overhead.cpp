// What the driver and ApduChannel add to an exchange: one READ BINARY many times through them and
// through a bare SCardTransmit loop, in turns, over the same daemon and reader. Prints JSON. Needs
// a card with 公的個人認証AP on the only reader.
#include "apdu/apdu_channel.hpp"
#include "drivers/pcsc/pcsc_reader_directory.hpp"

#include <nlohmann/json.hpp>
#include <winscard.h>

#include <algorithm>
#include <iostream>
#include <stdexcept>

namespace {

using namespace madoguchi;
using Time = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr std::size_t turns = 100;
constexpr std::size_t exchanges_a_turn = 30;
constexpr std::size_t read_length = 256;

const apdu::CommandApdu select_command = apdu::command::select_application(apdu::Aid(
    std::array<std::uint8_t, 10>{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01}));
const apdu::CommandApdu read_command =
    apdu::command::read_binary(apdu::ShortFileId(0x0A), 0, read_length);

template <typename T>
T value_of(Result<T> result) {
    if (!result) {
        throw std::runtime_error(std::string(result.error().text()));
    }
    return *std::move(result);
}

void insist(LONG code) {
    if (code != SCARD_S_SUCCESS) {
        throw std::runtime_error(pcsc_stringify_error(code));
    }
}

void insist_on_data(std::size_t data_bytes) {
    if (data_bytes != read_length) {
        throw std::runtime_error("the card does not answer READ BINARY in full");
    }
}

using Samples = std::vector<double>;

template <typename Exchange>
void measure(Samples& samples, Exchange exchange) {
    for (std::size_t i = 0; i < exchanges_a_turn; ++i) {
        const auto start = Time::now();
        const std::size_t data_bytes = exchange();
        samples.push_back(Microseconds(Time::now() - start).count());
        insist_on_data(data_bytes);
    }
}

void through_driver(hal::CardReader& reader, Samples& samples) {
    const Deadline deadline = Deadline::after(std::chrono::seconds(60));
    hal::Transaction transaction = value_of(reader.begin(deadline));
    apdu::ApduChannel channel(transaction.channel(), apdu::ApduLimits::of(transaction.limits()));
    apdu::ExchangeBudget budget(exchanges_a_turn + 1, 1U << 20U, deadline);
    static_cast<void>(value_of(channel.exchange(select_command, budget)));
    measure(samples,
            [&] { return value_of(channel.exchange(read_command, budget)).data().size(); });
    transaction.end(hal::CardAfterUse::LeavePowered);
}

class BareCard {
public:
    explicit BareCard(const std::string& reader) {
        insist(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context_));
        insist(SCardConnect(context_, reader.c_str(), SCARD_SHARE_SHARED,
                            SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card_, &protocol_));
    }
    ~BareCard() {
        SCardDisconnect(card_, SCARD_LEAVE_CARD);
        SCardReleaseContext(context_);
    }
    BareCard(const BareCard&) = delete;
    BareCard& operator=(const BareCard&) = delete;

    void take_turn(Samples& samples) {
        const Bytes select = value_of(select_command.encode({}));
        const Bytes read = value_of(read_command.encode({}));
        insist(SCardBeginTransaction(card_));
        static_cast<void>(transmit(select));
        measure(samples, [&] { return transmit(read) - apdu::ApduLimits::status_word_size; });
        insist(SCardEndTransaction(card_, SCARD_LEAVE_CARD));
    }

private:
    std::size_t transmit(const Bytes& command) {
        const SCARD_IO_REQUEST* const form =
            protocol_ == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
        DWORD length = answer_.size();
        insist(SCardTransmit(card_, form, command.data(), command.size(), nullptr, answer_.data(),
                             &length));
        return length;
    }

    SCARDCONTEXT context_ = 0;
    SCARDHANDLE card_ = 0;
    DWORD protocol_ = 0;
    std::array<std::uint8_t, 258> answer_{};
};

double median(Samples samples) {
    const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
    std::nth_element(samples.begin(), middle, samples.end());
    return *middle;
}

// One turn each; who comes first alternates, because the daemon is faster while it is warm.
struct Turn {
    Samples driver;
    Samples bare;

    [[nodiscard]] double ratio() const { return median(driver) / median(bare); }
};

Turn take_turns(hal::CardReader& reader, BareCard& bare_card, bool driver_first) {
    Turn turn;
    if (driver_first) {
        through_driver(reader, turn.driver);
        bare_card.take_turn(turn.bare);
    } else {
        bare_card.take_turn(turn.bare);
        through_driver(reader, turn.driver);
    }
    return turn;
}

nlohmann::ordered_json compare() {
    drivers::PcscReaderDirectory directory;
    const std::string name = value_of(directory.list()).at(0).name;
    const auto reader = value_of(directory.open(name));
    BareCard bare_card(name);
    static_cast<void>(take_turns(*reader, bare_card, true)); // warms up
    Samples driver;
    Samples bare;
    Samples ratios; // of turns: other work on the machine then weighs on both sides alike
    for (std::size_t i = 0; i < turns; ++i) {
        const Turn turn = take_turns(*reader, bare_card, i % 2 == 0);
        driver.insert(driver.end(), turn.driver.begin(), turn.driver.end());
        bare.insert(bare.end(), turn.bare.begin(), turn.bare.end());
        ratios.push_back(turn.ratio());
    }
    return {{"exchanges_each", turns * exchanges_a_turn},
            {"driver_median_us", median(driver)},
            {"bare_median_us", median(bare)},
            {"ratio", median(ratios)}};
}

} // namespace

int main() {
    try {
        std::cout << compare().dump() << "\n";
        return EXIT_SUCCESS;
    } catch (const std::exception& error) {
        std::cerr << "card_host_overhead: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
}

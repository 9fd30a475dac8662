#include "hw-sim/card/vpcd_protocol.hpp"

#include "hw-sim/card/tlv_writer.hpp"

namespace madoguchi::sim {

namespace {

constexpr std::uint8_t power_off = 0;
constexpr std::uint8_t power_on = 1;
constexpr std::uint8_t reset = 2;
constexpr std::uint8_t answer_to_reset = 4;

std::optional<Bytes> obey(CardInReader& card, std::uint8_t control) {
    switch (control) {
    case power_off:
        card.power_off();
        break;
    case power_on:
        static_cast<void>(card.power_on());
        break;
    case reset:
        card.warm_reset();
        break;
    case answer_to_reset:
        return card.answer_to_reset();
    default:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Bytes> answer_to_vpcd(CardInReader& card, ByteView message) {
    if (is_command_to_vpcd(message)) {
        return card.answer(message);
    }
    return obey(card, message[0]);
}

Bytes framed_for_vpcd(ByteView message) {
    return concatenate({two_bytes(message.size()), message});
}

} // namespace madoguchi::sim

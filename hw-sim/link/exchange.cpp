#include "hw-sim/link/exchange.hpp"

namespace madoguchi::sim {

namespace {

constexpr std::size_t header_size = 4;

CommandKind kind_of_select(const apdu::CommandHeader& header) noexcept {
    constexpr std::uint8_t by_name = 0x04;
    return header.p1 == by_name ? CommandKind::SelectApplication : CommandKind::SelectFile;
}

} // namespace

Exchange exchange_of(ByteView command, ByteView answer) noexcept {
    const auto byte = [command](std::size_t i) {
        return i < command.size() ? command[i] : std::uint8_t{0};
    };
    return {{byte(0), byte(1), byte(2), byte(3)}, command.size(), answer.size()};
}

CommandKind kind_of(const Exchange& exchange) noexcept {
    switch (exchange.header.ins) {
    case 0xA4:
        return kind_of_select(exchange.header);
    case 0xB0:
    case 0xB2:
    case 0xC0:
    case 0xCA:
        return CommandKind::Read;
    case 0x20:
        return exchange.command_bytes <= header_size ? CommandKind::AskRetryCounter
                                                     : CommandKind::Verify;
    case 0x24:
    case 0x32:
        return CommandKind::ChangeNumber;
    case 0x84:
        return CommandKind::GetChallenge;
    case 0x2A:
    case 0x88:
        return CommandKind::PrivateKey;
    default:
        return CommandKind::Other;
    }
}

} // namespace madoguchi::sim

#include "tests/fault/command_kind.hpp"

namespace madoguchi::test {

namespace {

// The longer an answer is asked for, the less a refusal says: reader or card may not carry it.
std::string kind_of_reading(const sim::ObservedExchange& exchange) {
    constexpr std::size_t longest_short = 256;
    const std::string place = exchange.reads_from_beginning() ? "first" : "next";
    if (exchange.expected_length > longest_short) {
        return "read-extended-" + place;
    }
    return exchange.expected_length == longest_short ? "read-256-" + place : "read-" + place;
}

} // namespace

std::string kind_of_command(const sim::ObservedExchange& exchange) {
    switch (exchange.header.ins) {
    case 0xA4:
        return exchange.header.p1 == 0x04 ? "select-application" : "select-file";
    case 0xB0:
        return kind_of_reading(exchange);
    case 0xB2:
        return "read-record";
    case 0xCA:
        return "get-data";
    case 0xC0:
        return "get-response";
    case 0x20:
        return exchange.verifies_with_data() ? "verify" : "ask-counter";
    case 0x24:
        return "change";
    case 0x2A:
        return exchange.header.p2 == 0 ? "sign-with-default-key" : "sign";
    default:
        return "other";
    }
}

} // namespace madoguchi::test

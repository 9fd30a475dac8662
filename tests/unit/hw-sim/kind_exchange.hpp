// One exchange with persona p02's card of some kind.
#pragma once

#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>

namespace madoguchi::test {

struct KindExchange {
    const char* kind;
    std::vector<std::string_view> before; // must all succeed
    std::string_view command;
    std::string_view answer; // whole response
};

inline void check(const KindExchange& exchange) {
    INFO(exchange.kind << " " << exchange.command);
    const auto card = card_of("p02", exchange.kind);
    for (const auto command : exchange.before) {
        REQUIRE(status_of(*card, command) == "9000");
    }
    CHECK(send(*card, exchange.command) == exchange.answer);
}

} // namespace madoguchi::test

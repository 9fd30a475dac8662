// Behaviours of chip and reader, each alone.
#include "tests/unit/hw-sim/kind_exchange.hpp"

#include <fmt/format.h>

using namespace madoguchi;
using namespace madoguchi::test;

TEST_CASE("6F00 comes once after each power-on, whatever the command, and not after a warm reset") {
    const auto card = card_of("p02", "first-command-fails");
    CHECK(send(*card, "00200098") == "6F00");
    CHECK(send(*card, select_jpki) == "9000");
    card->warm_reset();
    CHECK(send(*card, "00200098") == "63C3");
    card->power_off();
    CHECK(card->power_on().size() == 13);
    CHECK(send(*card, select_jpki) == "6F00");
    CHECK(send(*card, select_jpki) == "9000");
}

TEST_CASE("a card may refuse short identifiers of numbers only, and then costs no try") {
    const auto [kind, refusal] = GENERATE(table<const char*, const char*>(
        {{"no-short-id-6a86", "6A86"}, {"no-short-id-6a88", "6A88"}}));
    check({kind, {select_jpki}, "00200098", refusal});
    check({kind, {select_jpki}, "002000980430303030", refusal});
    check({kind, {select_jpki, "00A4020C020018"}, "00200080", "63C3"});
    check({kind, {select_jpki, "00A4020C020018"}, "002000800432343638", "9000"});
    check({kind, {select_jpki}, "00B0880000", "8F8F009000"});
}

TEST_CASE("READ BINARY gives no more than the longest piece, and goes on behind it") {
    const auto [kind, longest] = GENERATE(table<const char*, std::size_t>(
        {{"pieces-255", 255}, {"pieces-256", 256}, {"pieces-1690", 1690}}));
    const auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, select_jpki) == "9000");
    CHECK(data_of(*card, "00B08A00000000").size() == longest);
    REQUIRE(status_of(*card, "00A4020C02000A") == "9000");
    Bytes read;
    while (read.size() < 1900) {
        const Bytes next = data_of(*card, fmt::format("00B0{:04X}000000", read.size()));
        REQUIRE_FALSE(next.empty());
        read.insert(read.end(), next.begin(), next.end());
    }
    const auto ordinary = card_of("p02");
    REQUIRE(status_of(*ordinary, select_jpki) == "9000");
    CHECK(read == data_of(*ordinary, "00B08A00000000"));
}

TEST_CASE("6282 comes with what is left where the file ends before Le, and nowhere else") {
    check(GENERATE(values<KindExchange>({
        {"warns-at-end", {select_jpki}, "00B0880000", "8F8F006282"},
        {"warns-at-end", {select_jpki}, "00B0880200", "006282"},
        {"warns-at-end", {select_jpki}, "00B0880003", "8F8F009000"},
        {"warns-at-end", {select_jpki}, "00B0880002", "8F8F9000"},
        {"warns-at-end", {select_jpki}, "00B0880300", "6B00"},
    })));
}

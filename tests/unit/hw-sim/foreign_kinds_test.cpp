// Foreign cards: what tells one from another, and that none gives out anything else.
#include "tests/unit/hw-sim/kind_exchange.hpp"

using namespace madoguchi;
using namespace madoguchi::test;

TEST_CASE("foreign cards are known by their applications") {
    check(GENERATE(values<KindExchange>({
        {"driving-licence", {}, "00A4040C10A0000002310100000000000000000000", "9000"},
        {"driving-licence", {}, "00A4040C10A0000002310200000000000000000000", "9000"},
        {"driving-licence", {}, "00A4040C10A0000002480300000000000000000000", "9000"},
        {"driving-licence", {}, "00A4040C10A0000002310600000000000000000000", "6A82"},
        {"residence-card", {}, "00A4040C10D392F0004F0200000000000000000000", "9000"},
        {"residence-card", {}, "00A4040C10D392F0004F0300000000000000000000", "9000"},
        {"residence-card", {}, "00A4040C10D392F0004F0400000000000000000000", "9000"},
        {"passport", {}, "00A4040C07A0000002471001", "9000"},
        {"credit-card", {}, "00A4040C07A0000000031010", "9000"},
        {"credit-card",
         {},
         "00A404000E325041592E5359532E444446303100",
         "6F23840E325041592E5359532E4444463031A511BF0C0E610C4F07A00000000310108701019000"},
        {"passport", {}, "00A4040C07A0000001510000", "6A82"},
        {"blank", {}, "00A4040C07A0000001510000", "6A82"},
        {"transit", {}, "00A4040C07A0000002471001", "6A82"},
    })));
}

TEST_CASE("a licence and a residence card have a master file with common data, open to all") {
    check(GENERATE(values<KindExchange>({
        {"driving-licence", {}, "00B08B0000", "450B30303820240208202903089000"},
        {"driving-licence", {}, "00B08A0000", "0501019000"},
        {"driving-licence", {"00A40000"}, "00B08B0002", "450B9000"},
        {"driving-licence", {"00A40000023F00", "00A4020C022F01"}, "00B0000002", "450B9000"},
        {"driving-licence",
         {"00A4040C10A0000002310100000000000000000000", "00A40000"},
         "00B08B0002",
         "450B9000"},
        {"residence-card", {}, "00B08B0000", "C004303030319000"},
        {"residence-card", {}, "00B08A0000", "C101319000"},
    })));
}

TEST_CASE("foreign cards keep their personal data to themselves") {
    check(GENERATE(values<KindExchange>({
        {"driving-licence", {"00A4040C10A0000002310100000000000000000000"}, "00B0810000", "6982"},
        {"residence-card", {"00A4040C10D392F0004F0200000000000000000000"}, "00B0860000", "6982"},
        {"passport", {"00A4040C07A0000002471001"}, "00B09E0000", "6982"},
        {"passport", {"00A4040C07A0000002471001"}, "00B0810000", "6982"},
    })));
}

TEST_CASE("a card that knows no command answers 6A82 to SELECT and 6D00 to all else") {
    const char* const kind = GENERATE("blank", "transit");
    for (const auto* const select :
         {"00A40000", "00A40000023F00", "00A4040C0AD392F000260100000001"}) {
        check({kind, {}, select, "6A82"});
    }
    for (const auto* const command : {"00B0000000", "00CA004500", "0084000008", "00200080"}) {
        check({kind, {}, command, "6D00"});
    }
}

#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

struct Exchange {
    const char* what;
    std::vector<std::string_view> before; // must all succeed
    std::string_view command;
    std::string answer; // whole response
};

void check(const Exchange& exchange, sim::CardBehaviour behaviour = {}) {
    INFO(exchange.what);
    const auto card = card_of("p02", behaviour);
    for (const auto command : exchange.before) {
        REQUIRE(status_of(*card, command) == "9000");
    }
    CHECK(send(*card, exchange.command) == exchange.answer);
}

} // namespace

TEST_CASE("SELECT finds applications by name and refuses everything else") {
    const auto exchange = GENERATE(values<Exchange>({
        {"公的個人認証AP", {}, select_jpki, "9000"},
        {"券面事項入力補助AP", {}, select_input_support, "9000"},
        {"券面事項確認AP", {}, select_surface, "9000"},
        {"住基AP", {}, select_resident, "9000"},
        {"共通カードAP", {}, select_common, "9000"},
        {"control information on demand",
         {},
         "00A404000AD392F00026010000000100",
         "6F0C840AD392F0002601000000019000"},
        {"no room for control information", {}, "00A404000AD392F000260100000001", "9000"},
        {"right-truncated name: the first that fits",
         {},
         "00A4040009D3921000310001010400",
         "6F0C840AD39210003100010104089000"},
        {"next occurrence",
         {select_input_support},
         "00A4040209D3921000310001010400",
         "6F0C840AD39210003100010104029000"},
        {"no next occurrence", {select_resident}, "00A4040E09D39210003100010104", "6A82"},
        {"issuer security domain", {select_jpki}, "00A4040C07A0000001510000", "9000"},
        {"foreign application", {}, "00A4040C07A0000002471001", "6A82"},
        {"driving licence, not on this card",
         {},
         "00A4040C10A0000002310600000000000000000000",
         "6A82"},
        {"name longer than the application's", {}, "00A4040C0BD392F00026010000000100", "6A82"},
        {"no master file after power-on", {}, "00A40000", "6A86"},
        {"no master file, without effect later", {select_jpki}, "00A40000", "9000"},
        {"3F00", {select_jpki}, "00A40000023F00", "6A82"},
        {"by path", {select_jpki}, "00A4090C02000A", "6A86"},
        {"other P2", {}, "00A404010AD392F000260100000001", "6A86"},
    }));
    check(exchange);
}

TEST_CASE("SELECT of an elementary file works under an application only") {
    const auto exchange = GENERATE(values<Exchange>({
        {"a file", {select_jpki}, "00A4020C02000A", "9000"},
        {"a protected file can be selected", {select_jpki}, "00A4020C020001", "9000"},
        {"control information of a transparent file",
         {select_jpki},
         "00A4020002000600",
         "6F0883020006800200A09000"},
        {"another application's file", {select_surface}, "00A4020C02000A", "6A82"},
        {"none selected", {}, "00A4020C02000A", "6A82"},
        {"three bytes", {select_jpki}, "00A4020C0300000A", "6700"},
    }));
    check(exchange);
}

TEST_CASE("READ BINARY gives what is asked for, and the remainder at the end") {
    const auto exchange = GENERATE(values<Exchange>({
        {"no current file", {select_jpki}, "00B0000000", "6986"},
        {"no current file, no application", {}, "00B0000000", "6986"},
        {"first bytes of a certificate by short identifier",
         {select_jpki},
         "00B08A0002",
         "30829000"},
        {"whole small file with a larger Le", {select_jpki}, "00B0880000", "8F8F009000"},
        {"extended Le to the end", {select_jpki}, "00B08800000000", "8F8F009000"},
        {"remainder behind an offset", {select_jpki}, "00B0880200", "009000"},
        {"offset at the physical end", {select_jpki}, "00B0880300", "6B00"},
        {"offset behind it", {select_jpki, "00A4020C020008"}, "00B07FFF00", "6B00"},
        {"protected, by short identifier", {select_jpki}, "00B0810000", "6982"},
        {"file absent", {select_surface}, "00B0880000", "6A82"},
        {"protected", {select_jpki, "00A4020C020001"}, "00B0000000", "6982"},
        {"protected beats a bad offset", {select_jpki, "00A4020C020001"}, "00B07FFF00", "6982"},
        {"a PIN", {select_jpki, "00A4020C020018"}, "00B0000000", "6981"},
        {"a private key", {select_jpki}, "00B0970000", "6981"},
        {"a key file nobody knows", {select_jpki}, "00B09E0000", "6981"},
        {"records", {select_common}, "00B0810000", "6981"},
        {"bits that are reserved", {select_jpki}, "00B0AA0000", "6A86"},
        {"no Le", {select_jpki}, "00B08800", "6700"},
        {"data", {select_jpki}, "00B08800010000", "6700"},
    }));
    check(exchange);
}

TEST_CASE("a chip without extended length refuses every extended command") {
    const sim::CardBehaviour short_only{false, true};
    check({"short Le", {select_jpki}, "00B0880000", "8F8F009000"}, short_only);
    check({"extended Le", {select_jpki}, "00B08800000000", "6700"}, short_only);
    check({"extended Lc", {select_jpki}, "802A0397000003414243", "6700"}, short_only);
}

TEST_CASE("READ RECORD gives the card's own identity as simple TLV") {
    const std::string identity = "011C" + to_hex(as_bytes("9000000000000029913120360208")) + "9000";
    const auto exchange = GENERATE_COPY(values<Exchange>({
        {"by short identifier", {select_common}, "00B2010C00", identity},
        {"current file", {select_common, "00A4020C020001"}, "00B2010400", identity},
        {"from it to the last", {select_common}, "00B2010D00", identity},
        {"no such record", {select_common}, "00B2020C00", "6A83"},
        {"record zero", {select_common}, "00B2000C00", "6A83"},
        {"another mode", {select_common}, "00B2010E00", "6A86"},
        {"a transparent file", {select_jpki}, "00B2014400", "6981"},
        {"no file", {select_common}, "00B2011C00", "6A82"},
        {"no Le", {select_common}, "00B2010C", "6700"},
    }));
    check(exchange);
}

TEST_CASE("GET DATA answers on the card's level, the contact ATR on every level") {
    const auto exchange = GENERATE(values<Exchange>({
        {"card number", {}, "00CA004500", "3930303030303030303030303030329000"},
        {"municipality", {}, "00CA00F000", "39393133319000"},
        {"expiry", {}, "00CA00F200", "32303336303230389000"},
        {"contact ATR", {}, "00CA5F5100", "E000FF8131FE45149000"},
        {"contact ATR under an application", {select_jpki}, "00CA5F5100", "E000FF8131FE45149000"},
        {"others not under an application", {select_jpki}, "00CA00F000", "6A88"},
        {"again from the issuer security domain",
         {select_jpki, "00A4040C07A0000001510000"},
         "00CA00F000",
         "39393133319000"},
        {"absent", {}, "00CA00F100", "6A88"},
        {"too long for a short Le", {}, "00CA00F800", "6700"},
        {"no Le", {}, "00CA00F0", "6700"},
    }));
    check(exchange);
    CHECK(data_of(*card_of("p02"), "00CA00F8000000").size() == 568);
}

TEST_CASE("what the card does not know it refuses by class, instruction or length") {
    const auto exchange = GENERATE(values<Exchange>({
        {"unknown instruction", {}, "00FE0000", "6D00"},
        {"GET RESPONSE, for which nothing waits", {}, "00C0000000", "6D00"},
        {"signature command in the wrong class", {select_jpki}, "002A9E9A00", "6D00"},
        {"unknown class", {}, "90CA000000", "6E00"},
        {"secure messaging", {select_input_support}, "08B0810000", "6882"},
        {"session key", {select_common}, "80AE000000000100", "66F1"},
        {"terminal certificate", {}, "80A200C100000100", "6A86"},
        {"last-command indicator of phones", {}, "80FC0000", "6700"},
        {"issuer's UNLOCK KEY", {select_jpki}, "80540000", "6982"},
        {"three bytes", {}, "00A404", "6700"},
        {"nothing", {}, "", "6700"},
        {"Lc beyond the end", {}, "00A4040C0AD392", "6700"},
    }));
    check(exchange);
}

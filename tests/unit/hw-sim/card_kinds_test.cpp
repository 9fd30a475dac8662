// The table of card kinds, and each kind by what a reader sees of it in one exchange.
#include "tests/unit/hw-sim/kind_exchange.hpp"

#include <algorithm>
#include <set>

using namespace madoguchi;
using namespace madoguchi::test;

TEST_CASE("every kind has a name of its own and one line that says what it is") {
    std::set<std::string_view> names;
    for (const sim::CardKind& kind : sim::all_card_kinds()) {
        INFO(kind.name);
        CHECK(names.insert(kind.name).second);
        CHECK(std::all_of(kind.name.begin(), kind.name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }));
        CHECK_FALSE(kind.description.empty());
        CHECK(kind.description.find('\n') == std::string_view::npos);
    }
    CHECK(sim::current_card_kind().name == "current");
}

TEST_CASE("a name that no kind has is refused, with where to find the names") {
    const auto refused = sim::find_card_kind("platinum");
    CHECK(refused.error().code() == ErrorCode::ValueInvalid);
    CHECK(std::string(refused.error().text()).find("kinds") != std::string::npos);
}

TEST_CASE("every kind can be made, and has the 公的個人認証AP unless it is a foreign card") {
    for (const sim::CardKind& kind : sim::all_card_kinds()) {
        INFO(kind.name);
        const auto card = card_of("p02", kind.name);
        if (kind.behaviour.fails_first_command) {
            CHECK(status_of(*card, select_jpki) == "6F00");
        }
        CHECK(status_of(*card, select_jpki) == (kind.make_foreign != nullptr ? "6A82" : "9000"));
    }
}

TEST_CASE("answers to reset are as published, and each check byte is right") {
    struct Case {
        const char* kind;
        const char* answer_to_reset;
    };
    const auto example = GENERATE(values<Case>({
        {"current", "3B888001000005E0B381A1007F"},
        {"contactless-41e0", "3B888001000041E0B381A1003B"},
        {"contactless-4b51", "3B888001004B51FFB381D1000F"},
        {"contactless-4b51-106k", "3B888001004B51FF0081D100BC"},
        {"contactless-14e0", "3B888001000014E0B38191005E"},
        {"contact-plain", "3BE000FF8131FE4514"},
        {"contact-extended", "3BDA13FF8131FB468012392F31C173C601C03B"},
        {"contact-t1-specific", "3BF59100FF918171FE400042000100D1D6"},
        {"contact-t1-specific-b3a1", "3BF59100FF918171FE4000420001B3A115"},
        {"driving-licence", "3B888001000000009181C100D8"},
        {"residence-card", "3B88800100000000338181003A"},
        {"passport", "3B888001000000007781A1005E"},
        {"transit", "3B8F8001804F0CA00000030611003B0000000042"},
        {"phone-android", "3B80800101"},
    }));
    const Bytes shown = card_of("p02", example.kind)->answer_to_reset();
    CHECK(to_hex(shown) == to_hex(hex(example.answer_to_reset)));
    std::uint8_t sum = 0; // of all bytes behind TS, the check byte among them
    for (const std::uint8_t byte : ByteView(shown).subspan(1)) {
        sum = static_cast<std::uint8_t>(sum ^ byte);
    }
    CHECK(sum == 0);
}

TEST_CASE("chip families differ in extended length and in their card objects") {
    check(GENERATE(values<KindExchange>({
        {"contact-short", {select_jpki}, "00B0880000", "8F8F009000"},
        {"contact-short", {select_jpki}, "00B08800000000", "6700"},
        {"contact-short", {}, "00CA00F800", "6700"},
        {"contact-short", {}, "00CA7F2100", "6A88"},
        {"contact-short", {}, "00CA5F5100", "C5FF8131FB458073C60100009000"},
        {"contact-short", {select_input_support}, "00B0850507", "DF410401000E019000"},
        {"contact-extended", {select_jpki}, "00B08800000000", "8F8F009000"},
        {"contact-extended", {select_input_support}, "00B0850507", "DF410401030E019000"},
        {"contactless-14e0", {}, "00CA7F2100", "6A88"},
        {"current", {}, "00CA7F2100", "6700"},
    })));
}

TEST_CASE("PINs that are blocked answer so, and PINs that are not there are not found") {
    check(GENERATE(values<KindExchange>({
        {"pinless-blocked", {select_jpki}, "00200098", "63C0"},
        {"pinless-blocked", {select_jpki}, "002000980432343638", "6984"},
        {"pinless-blocked", {select_jpki}, "0020009B", "63C0"},
        {"pinless-blocked", {select_input_support}, "00200091", "63C0"},
        {"pinless-blocked", {select_input_support}, "00200095", "63CA"},
        {"pinless-blocked", {select_surface}, "00200092", "63CA"},
        {"pinless-blocked", {select_common}, "0020009C", "63C0"},
        {"pinless-absent", {select_jpki}, "00200098", "6A88"},
        {"pinless-absent", {select_jpki}, "00A4020C020018", "6A82"},
        {"pinless-absent", {select_input_support}, "00200091", "6A88"},
        {"pinless-absent", {select_input_support}, "00200095", "63CA"},
        {"pin-blocked", {select_jpki}, "00200098", "63C0"},
        {"pin-blocked", {select_jpki}, "0020009B", "63C5"},
        {"under-15", {select_jpki}, "00200098", "63C3"},
        {"under-15", {select_jpki}, "0020009B", "63C0"},
    })));
}

TEST_CASE(
    "a card without 署名用電子証明書 says so in EF 0008, and its authority's certificate stays") {
    const char* const kind = GENERATE("under-15", "infant-photo-absent", "infant-photo-empty",
                                      "infant-photo-placeholder", "pinless-blocked");
    check({kind, {select_jpki}, "00B0880000", "008F009000"});
    check({kind, {select_jpki}, "00B0810004", "6982"});
    check({kind, {select_jpki}, "00B0820002", "30829000"});
}

TEST_CASE(
    "a phone has a label of its own, no card-face application, and its certificate opens with "
    "the PIN") {
    const auto [kind, label] = GENERATE(table<const char*, const char*>(
        {{"phone-android", "JPKIAPGPSETOKEN "}, {"phone-iphone", "JPKIAPIOSTOKEN  "}}));
    const std::string read_label = to_hex(as_bytes(label)) + "9000";
    check({kind, {select_jpki}, "00B0860010", read_label});
    check({kind, {select_jpki}, "00B08A0002", "6982"});
    check({kind, {select_jpki, "002000980432343638"}, "00B08A0002", "30829000"});
    check({kind, {select_jpki}, "00B08B0002", "30829000"});
    for (const auto select :
         {select_input_support, select_surface, select_resident, select_common}) {
        check({kind, {}, select, "6A82"});
    }
    check({kind, {}, "00CA004500", "6A88"});
}

TEST_CASE("a マイナ免許証 is one application more on the card") {
    check(GENERATE(values<KindExchange>({
        {"licence-on-card", {}, "00A4040C10A0000002310600000000000000000000", "9000"},
        {"licence-on-card", {}, select_surface, "9000"},
        {"licence-on-card", {"00A4040C10A0000002310600000000000000000000"}, "00200086", "63CA"},
        {"licence-on-card",
         {"00A4040C10A0000002310600000000000000000000"},
         "00B09A0000",
         "C101009000"},
        {"licence-on-card", {"00A4040C10A0000002310600000000000000000000"}, "00B09B0000", "6982"},
        {"licence-on-card",
         {"00A4040C10A0000002310600000000000000000000", "00200086042A2A2A2A"},
         "00B09B0002",
         "C5089000"},
    })));
}

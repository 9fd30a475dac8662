#include "eligibility/identity/visit_ties.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::identity;

namespace {

using Signals = std::vector<MislinkSignal>;

Encounter first_visit() {
    Encounter encounter;
    encounter.card.name = "青葉　みどり";
    encounter.card.birth_date = test::date(1984, 2, 29);
    encounter.card.address = "架空県見本市例町二丁目１番２号";
    encounter.card_key = 1;
    encounter.answer = encounter.card;
    encounter.insurance = {"06999007", "見本", "4021", "02"};
    encounter.chart = "318";
    return encounter;
}

struct Case {
    const char* what;
    void (*change)(Encounter&);
    Signals expected;
};

// The second visit, after the first one.
const std::vector<Case> cases{
    {"the same again", [](auto&) {}, {}},
    {"the same card after a move", [](auto& e) { e.card.address = "別県別市別町9"; }, {}},
    {"a renewed card, its address written otherwise",
     [](auto& e) {
         e.card_key = 2;
         e.card.address = "架空県見本市例町２－１－２";
     },
     {}},
    {"another person's card",
     [](auto& e) {
         e.card_key = 2;
         e.card.name = "若葉　岳";
     },
     {MislinkSignal::OneRecordTwoCards, MislinkSignal::OneChartTwoCards}},
    {"a namesake's card",
     [](auto& e) {
         e.card_key = 2;
         e.card.address = "別県別市別町9";
     },
     {MislinkSignal::OneRecordTwoCards, MislinkSignal::OneChartTwoCards}},
    {"another person's card, and the record may be the whole family's",
     [](auto& e) {
         e.card_key = 2;
         e.card.name = "青葉　かえで";
         e.insurance.branch.clear();
         e.chart = "319";
     },
     {}},
    {"another person whose card's certificate was not read",
     [](auto& e) {
         e.card_key = 0;
         e.card.name = e.answer.name = "若葉　岳";
     },
     {}},
    {"another person's card, the record's symbol in another width",
     [](auto& e) {
         e.card_key = 2;
         e.card.name = "若葉　岳";
         e.chart = "319";
         e.insurance.number = "４０２１";
     },
     {MislinkSignal::OneRecordTwoCards}},
    {"another insurer, the same name",
     [](auto& e) {
         e.insurance = {"39999008", "", "1", "01"};
     },
     {}},
    {"the same insurer, another name", [](auto& e) { e.answer.name = "若葉　岳"; }, {}},
    {"married: insurer and name changed, as on the card",
     [](auto& e) {
         e.insurance = {"39999008", "", "1", "01"};
         e.card.name = e.answer.name = "若葉　みどり";
     },
     {}},
    {"insurer and name changed to somebody unknown",
     [](auto& e) {
         e.insurance = {"39999008", "", "1", "01"};
         e.answer.name = "若葉　岳";
     },
     {MislinkSignal::InsurerAndNameChanged}},
    {"likewise, without the card's certificate",
     [](auto& e) {
         e.card_key = 0;
         e.insurance = {"39999008", "", "1", "01"};
         e.answer.name = "若葉　岳";
     },
     {MislinkSignal::InsurerAndNameChanged}},
    {"another insurer, the name in an old form of its kanji",
     [](auto& e) {
         e.insurance = {"39999008", "", "1", "01"};
         e.answer.name = "靑葉 みどり";
     },
     {}},
};

} // namespace

TEST_CASE("a visit is held against the one before, and ordinary life is no sign") {
    for (const Case& c : cases) {
        INFO(c.what);
        TiesInMemory memory;
        REQUIRE(note_visit(first_visit(), memory).empty());
        Encounter second = first_visit();
        c.change(second);
        CHECK(note_visit(second, memory) == c.expected);
    }
}

TEST_CASE("a visit with a sign is not remembered, so that the next ones show it too") {
    TiesInMemory memory;
    REQUIRE(note_visit(first_visit(), memory).empty());
    Encounter other = first_visit();
    other.card_key = 2;
    other.card.name = "若葉　岳";
    other.chart = "400"; // new, but met together with the other's record
    CHECK(note_visit(other, memory) == Signals{MislinkSignal::OneRecordTwoCards});
    CHECK(note_visit(other, memory) == Signals{MislinkSignal::OneRecordTwoCards});
    Encounter owner = first_visit();
    owner.card_key = 3;
    owner.card.name = owner.answer.name = "見本　太郎";
    owner.insurance.number = "5000";
    owner.chart = "400";
    CHECK(note_visit(owner, memory).empty());
}

TEST_CASE("what memory keeps has a limit") {
    TiesInMemory memory(1);
    REQUIRE(note_visit(first_visit(), memory).empty()); // its record only
    Encounter other = first_visit();
    other.card_key = 2;
    other.card.name = "若葉　岳";
    CHECK(note_visit(other, memory) == Signals{MislinkSignal::OneRecordTwoCards});
}

TEST_CASE("a card is told from others by its certificate, and none is no card") {
    const TiesInMemory memory;
    CHECK(card_mark("\x01\x02", memory) == card_mark("\x01\x02", memory));
    CHECK(card_mark("\x01\x02", memory) != card_mark("\x01\x03", memory));
    CHECK(card_mark("", memory) == 0);
}

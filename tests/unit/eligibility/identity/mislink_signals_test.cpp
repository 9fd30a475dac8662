#include "eligibility/identity/mislink_signals.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::identity;

namespace {

using Signals = std::vector<MislinkSignal>;

Encounter everything_agrees() {
    Encounter encounter;
    encounter.card.name = "青葉　みどり";
    encounter.card.birth_date = test::date(1984, 2, 29);
    encounter.card.sex = Sex::Female;
    encounter.card.address = "架空県見本市例町二丁目１番２号";
    encounter.card_key = 1;
    encounter.answer = encounter.card;
    encounter.answer.name = "青●　みどり";
    encounter.answer.address = "見本市例町2-1-2 コーポ見本101";
    encounter.insurance = {"06999007", "見本", "4021", "02"};
    encounter.reference_number = "318";
    encounter.chart = "318";
    encounter.chart_items = encounter.card;
    encounter.earlier = {{"06999007", "青葉　みどり"}};
    return encounter;
}

struct Case {
    const char* what;
    void (*change)(Encounter&);
    Signals expected;
};

const std::vector<Case> cases{
    {"everything agrees", [](auto&) {}, {}},
    {"the answer is the daughter's",
     [](auto& e) {
         e.answer.name = "青葉　かえで";
         e.answer.birth_date = test::date(2010, 6, 1);
     },
     {MislinkSignal::FamilySwap}},
    {"the answer is the twin's",
     [](auto& e) { e.answer.name = "青葉　かえで"; },
     {MislinkSignal::Twin}},
    {"the answer is a namesake's",
     [](auto& e) {
         e.answer.name = "青葉みどり";
         e.answer.birth_date = test::date(1990, 1, 1);
         e.answer.address = "別県別市別町9";
     },
     {MislinkSignal::SameNameOtherBirthDate}},
    {"the chart is the daughter's",
     [](auto& e) {
         e.chart_items->name = "青葉　かえで";
         e.chart_items->birth_date = test::date(2010, 6, 1);
     },
     {MislinkSignal::FamilySwap}},
    {"the reference number is another chart's",
     [](auto& e) { e.reference_number = "319"; },
     {MislinkSignal::ReferenceElsewhere}},
    {"no reference number yet", [](auto& e) { e.reference_number.clear(); }, {}},
    {"married: insurer and name changed, as on the card",
     [](auto& e) {
         e.earlier = {{"39999008", "若葉　みどり"}};
         e.answer.name = e.card.name;
     },
     {}},
    {"insurer and name changed to somebody unknown",
     [](auto& e) {
         e.earlier = {{"39999008", "青葉　みどり"}};
         e.answer.name = "若葉　岳";
         e.answer.address = "別県別市別町9";
     },
     {MislinkSignal::InsurerAndNameChanged}},
    {"another insurer, the same name", [](auto& e) { e.earlier->insurer_number = "39999008"; }, {}},
    {"moved: the address is the old one", [](auto& e) { e.answer.address = "別県別市別町9"; }, {}},
};

} // namespace

TEST_CASE("a sign of a mis-link is seen, and ordinary life is none") {
    for (const Case& c : cases) {
        INFO(c.what);
        Encounter encounter = everything_agrees();
        c.change(encounter);
        REQUIRE(signals_of(encounter) == c.expected);
    }
}

TEST_CASE("one record or chart for two people's cards is seen at the second") {
    CardLinks links;
    REQUIRE(links.note(everything_agrees()).empty());
    REQUIRE(links.note(everything_agrees()).empty());
    Encounter namesake = everything_agrees();
    namesake.card_key = 2;
    namesake.card.address = "別県別市別町9";
    REQUIRE(links.note(namesake) ==
            Signals{MislinkSignal::OneRecordTwoCards, MislinkSignal::OneChartTwoCards});
    namesake.insurance.branch.clear(); // the whole family's
    namesake.chart = "400";
    REQUIRE(links.note(namesake).empty());
}

TEST_CASE("a renewed card is the same person's, however its address is written") {
    CardLinks links;
    REQUIRE(links.note(everything_agrees()).empty());
    Encounter renewed = everything_agrees();
    renewed.card_key = 2;
    renewed.card.address = "架空県見本市例町２－１－２";
    REQUIRE(links.note(renewed).empty());
}

TEST_CASE("what is remembered has a limit") {
    CardLinks links(1);
    REQUIRE(links.note(everything_agrees()).empty());
    Encounter other = everything_agrees();
    other.insurance.number = "5000";
    other.chart = "500";
    REQUIRE(links.note(other).empty());
    other.card_key = 3;
    other.card.name = "若葉　岳";
    REQUIRE(links.note(other).empty()); // not remembered, so not seen
}

TEST_CASE("each sign has a name and an explanation") {
    for (std::size_t at = 0; at < mislink_signal_count; ++at) {
        const auto signal = static_cast<MislinkSignal>(at);
        REQUIRE_FALSE(name_of(signal).empty());
        REQUIRE(explanation_of(signal).ends_with('.'));
    }
}

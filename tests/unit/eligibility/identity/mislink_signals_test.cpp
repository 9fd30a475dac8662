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

TEST_CASE("each sign has a name and an explanation") {
    for (std::size_t at = 0; at < mislink_signal_count; ++at) {
        const auto signal = static_cast<MislinkSignal>(at);
        REQUIRE_FALSE(name_of(signal).empty());
        REQUIRE(explanation_of(signal).ends_with('.'));
    }
}

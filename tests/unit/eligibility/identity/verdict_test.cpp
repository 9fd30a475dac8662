#include "eligibility/identity/identity_comparison.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::identity;

namespace {

BasicItems card() {
    BasicItems items;
    items.name = "青葉　みどり";
    items.birth_date = test::date(1984, 2, 29);
    items.sex = Sex::Female;
    items.address = "架空県見本市例町二丁目１番２号";
    return items;
}

struct Case {
    const char* what;
    void (*change)(BasicItems& answer);
    Verdict expected;
};

const std::vector<Case> cases{
    {"nothing differs", [](auto&) {}, Verdict::Pass},
    {"address by notation", [](auto& a) { a.address = "架空県見本市例町２－１－２"; },
     Verdict::Pass},
    {"other address", [](auto& a) { a.address = "架空県見本市別町1"; }, Verdict::Staff},
    {"no address", [](auto& a) { a.address = ""; }, Verdict::Staff},
    {"other name", [](auto& a) { a.name = "若葉　みどり"; }, Verdict::Staff},
    {"name with ●", [](auto& a) { a.name = "青●　みどり"; }, Verdict::Staff},
    {"no name", [](auto& a) { a.name = ""; }, Verdict::Staff},
    {"other birth date", [](auto& a) { a.birth_date = test::date(1984, 2, 28); }, Verdict::Stop},
    {"birth date in part", [](auto& a) { a.birth_date = test::date(1984, 2, 0); }, Verdict::Staff},
    {"no birth date", [](auto& a) { a.birth_date.reset(); }, Verdict::Staff},
    {"other sex", [](auto& a) { a.sex = Sex::Male; }, Verdict::Stop},
    {"sex withheld", [](auto& a) { a.sex = Sex::NotStated; }, Verdict::Staff},
    {"everything differs",
     [](auto& a) { a = {"若葉　岳", "", "", "", test::date(1955, 12, 31), Sex::Male, "別町1"}; },
     Verdict::Stop},
    {"nothing known", [](auto& a) { a = {}; }, Verdict::Staff},
};

} // namespace

TEST_CASE("the verdict is the severest that an item demands") {
    for (const Case& c : cases) {
        INFO(c.what);
        BasicItems answer = card();
        c.change(answer);
        REQUIRE(name_of(compare(card(), answer).verdict()) == name_of(c.expected));
        REQUIRE(name_of(compare(answer, card()).verdict()) == name_of(c.expected));
    }
}

TEST_CASE("equal kana settle a name that ● leaves open, other kana do not") {
    BasicItems chart = card();
    chart.kana = "アオバ　ミドリ";
    BasicItems answer = chart;
    answer.name = "青●　みどり";
    REQUIRE(compare(chart, answer).verdict() == Verdict::Pass);
    answer.kana = "ワカバ　ミドリ";
    REQUIRE(compare(chart, answer).verdict() == Verdict::Staff);
    answer.name = chart.name;
    REQUIRE(compare(chart, answer).verdict() == Verdict::Staff);
}

TEST_CASE("kana that only one side has demand nothing") {
    BasicItems answer = card();
    answer.kana = "ｱｵﾊﾞ ﾐﾄﾞﾘ";
    REQUIRE(compare(card(), answer).verdict() == Verdict::Pass);
}

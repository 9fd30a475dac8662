#include "eligibility/fallback/proper_share.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const CivilDate today = test::date(2026, 11, 20);

} // namespace

TEST_CASE("the best source decides the share, and the others that differ are told") {
    const CopayShare past{30, ShareSource::PastVisit};
    const CopayShare certificate{20, ShareSource::Certificate};
    const CopayShare declared{20, ShareSource::Declared};
    const ProperShare proper = proper_share({past, declared, certificate}, {}, today);
    CHECK(proper.share == certificate);
    CHECK(proper.differing == std::vector{past});
}

TEST_CASE("nobody pays the whole because a check failed: the age says the share") {
    struct Case {
        const char* what;
        std::optional<CivilDate> birth;
        int percent;
    };
    const Case cases[] = {
        {"nothing known", {}, 30},
        {"an adult", test::date(1980, 1, 1), 30},
        {"an infant", test::date(2026, 1, 1), 20},
        {"six since the summer, school next April", test::date(2020, 7, 1), 20},
        {"born on 1 April: at school", test::date(2020, 4, 1), 30},
        {"born on 2 April: school next April", test::date(2020, 4, 2), 20},
        {"seventy this month: from the next one", test::date(1956, 11, 2), 30},
        {"seventy on the first of this month: at once", test::date(1956, 11, 1), 20},
        {"seventy last month", test::date(1956, 10, 31), 20},
        {"seventy-five tomorrow", test::date(1951, 11, 21), 20},
        {"seventy-five today", test::date(1951, 11, 20), 10},
        {"born on 29 February", test::date(1952, 2, 29), 20},
    };
    for (const auto& [what, birth, percent] : cases) {
        INFO(what);
        CHECK(proper_share({}, birth, today).share == CopayShare{percent, ShareSource::Age});
    }
}

TEST_CASE("a share is one of those that exist") {
    struct Case {
        const char* text;
        std::optional<int> percent;
    };
    const Case cases[] = {{"030", 30}, {"30", 30},  {"020", 20}, {"010", 10}, {"000", 0}, {"0", 0},
                          {"", {}},    {"100", {}}, {"3", {}},   {"3割", {}}, {"-30", {}}};
    for (const auto& [text, percent] : cases) {
        INFO(text);
        CHECK(parse_share(text) == percent);
    }
}

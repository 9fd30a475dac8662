#include "surface/field/issue_rules.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

constexpr madoguchi::CivilDate today{year(2026), month(11), day(20)};

} // namespace

TEST_CASE("era years are calendar years within their era") {
    const auto [date, meant] = GENERATE(table<BirthDate, std::optional<madoguchi::CivilDate>>({
        {{Era::Showa, 41, 3, 5}, madoguchi::CivilDate{year(1966), month(3), day(5)}},
        {{Era::Heisei, 1, 1, 8}, madoguchi::CivilDate{year(1989), month(1), day(8)}},
        {{Era::Showa, 64, 1, 7}, madoguchi::CivilDate{year(1989), month(1), day(7)}},
        {{Era::Reiwa, 1, 5, 1}, madoguchi::CivilDate{year(2019), month(5), day(1)}},
        {{Era::Showa, 64, 1, 8}, std::nullopt},
        {{Era::Heisei, 1, 1, 7}, std::nullopt},
        {{Era::Heisei, 31, 5, 1}, std::nullopt},
        {{Era::Taisho, 16, 1, 1}, std::nullopt},
        {{Era::Showa, 0, 3, 5}, std::nullopt},
        {{Era::Showa, 41, 2, 29}, std::nullopt},
        {{Era::Showa, 41, 13, 1}, std::nullopt},
    }));
    CHECK(calendar_day(date) == meant);
}

TEST_CASE("dates stand on one card only as cards are issued") {
    struct Case {
        const char* what;
        BirthDate birth;
        ExpiryDate expiry;
        DateVerdict verdict;
    };
    const auto example = GENERATE(values<Case>({
        {"adult, ten birthdays", {Era::Showa, 41, 3, 5}, {2031, 3, 5}, DateVerdict::Possible},
        {"issued today", {Era::Showa, 41, 11, 20}, {2036, 11, 20}, DateVerdict::Possible},
        {"child, five birthdays", {Era::Reiwa, 3, 6, 8}, {2030, 6, 8}, DateVerdict::Possible},
        {"19 in 2021", {Era::Heisei, 13, 12, 1}, {2026, 12, 1}, DateVerdict::Possible},
        {"28 February", {Era::Heisei, 8, 2, 29}, {2035, 2, 28}, DateVerdict::Possible},
        {"leap year", {Era::Heisei, 8, 2, 29}, {2032, 2, 29}, DateVerdict::Possible},
        {"no such day", {Era::Showa, 41, 2, 30}, {2031, 3, 5}, DateVerdict::NoSuchBirthDate},
        {"no such expiry", {Era::Showa, 41, 3, 5}, {2031, 2, 30}, DateVerdict::NoSuchExpiry},
        {"unborn", {Era::Reiwa, 9, 3, 5}, {2031, 3, 5}, DateVerdict::BornInFuture},
        {"121 years", {Era::Meiji, 38, 3, 5}, {2031, 3, 5}, DateVerdict::TooOld},
        {"another day", {Era::Showa, 41, 3, 5}, {2031, 3, 6}, DateVerdict::NotOnBirthday},
        {"another month", {Era::Showa, 41, 3, 5}, {2031, 8, 5}, DateVerdict::NotOnBirthday},
        {"28 February too early",
         {Era::Heisei, 8, 2, 29},
         {2032, 2, 28},
         DateVerdict::NotOnBirthday},
        {"ends at 26", {Era::Heisei, 14, 3, 5}, {2028, 3, 5}, DateVerdict::TermNotIssued},
        {"ends at 3", {Era::Reiwa, 6, 3, 5}, {2027, 3, 5}, DateVerdict::TermNotIssued},
        {"eleven years", {Era::Showa, 41, 11, 21}, {2036, 11, 21}, DateVerdict::TooFarAhead},
        {"child, ten years", {Era::Reiwa, 3, 6, 8}, {2036, 6, 8}, DateVerdict::TooFarAhead},
        {"before 2016", {Era::Showa, 41, 3, 5}, {2025, 3, 5}, DateVerdict::BeforeAnyCard},
    }));
    INFO(example.what);
    CHECK(check_dates(example.birth, example.expiry, today) == example.verdict);
}

TEST_CASE("a card ends on a birthday, whatever becomes of 29 February") {
    const BirthDate leap{Era::Heisei, 8, 2, 29};
    CHECK(ends_on_birthday(leap, {2032, 2, 29}));
    CHECK_FALSE(ends_on_birthday(leap, {2032, 2, 28}));
    CHECK(ends_on_birthday(leap, {2035, 2, 28}));
    CHECK(ends_on_birthday(leap, {2035, 3, 1}));
    CHECK_FALSE(ends_on_birthday(leap, {2035, 2, 27}));
    CHECK(ends_on_birthday({Era::Showa, 41, 3, 5}, {2031, 3, 5}));
    CHECK_FALSE(ends_on_birthday({Era::Showa, 41, 3, 5}, {2031, 3, 25}));
}

TEST_CASE("a card can end on a birthday after a term that is issued, whatever day is today") {
    const auto [birth, expiry, is_possible] = GENERATE(table<BirthDate, ExpiryDate, bool>({
        {{Era::Showa, 41, 3, 5}, {2031, 3, 5}, true},
        {{Era::Reiwa, 7, 3, 5}, {2030, 3, 5}, true},
        {{Era::Showa, 41, 3, 5}, {2031, 3, 6}, false},
        {{Era::Reiwa, 7, 3, 5}, {2028, 3, 5}, false},
        {{Era::Reiwa, 41, 3, 5}, {2031, 3, 5}, false}, // born after it ends
        {{Era::Showa, 65, 3, 5}, {2031, 3, 5}, false},
        {{Era::Showa, 41, 2, 28}, {2031, 2, 30}, false},
    }));
    CHECK(can_end(birth, expiry) == is_possible);
}

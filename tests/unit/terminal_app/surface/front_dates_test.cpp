#include "terminal_app/service/front_dates.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace std::chrono_literals;

namespace {

std::optional<FrontDates> dates_of(std::string_view number) {
    return FrontDates::of_number(as_bytes(number));
}

} // namespace

TEST_CASE("the printed dates are compared with the chip's, whichever era they count in") {
    struct Case {
        const char* what;
        const char* number; // of the front
        jpki::BirthDate birth;
        std::optional<CivilDate> expiry;
        bool differs;
    };
    const std::vector<Case> cases{
        {"昭和55年", "55021720352285", {1980, 2, 17}, 2035y / 2 / 17, false},
        {"平成元年, its first day", "01010820300000", {1989, 1, 8}, 2030y / 1 / 8, false},
        {"昭和64年, its last day", "64010720300000", {1989, 1, 7}, 2030y / 1 / 7, false},
        {"令和3年", "03050120260000", {2021, 5, 1}, 2026y / 5 / 1, false},
        {"by PIN the chip's expiry is not read", "55021720350000", {1980, 2, 17}, {}, false},
        {"an unknown day cannot differ", "55020020350000", {1980, 2, {}}, 2035y / 2 / 1, false},
        {"another year", "54021720352285", {1980, 2, 17}, 2035y / 2 / 17, true},
        {"another day", "55021820352285", {1980, 2, 17}, 2035y / 2 / 17, true},
        {"another year of expiry", "55021720362285", {1980, 2, 17}, 2035y / 2 / 17, true},
        {"another expiry with an unknown day",
         "55020020360000",
         {1980, 2, {}},
         2035y / 2 / 1,
         true},
        {"no day of the calendar", "55023120352285", {1980, 2, 17}, {}, true},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        const auto dates = dates_of(one.number);
        REQUIRE(dates.has_value());
        CHECK(dates->differ_from(one.birth, one.expiry) == one.differs);
    }
}

TEST_CASE("only 照合番号B holds dates") {
    for (const char* number : {"", "271828", "5502172035228", "5502172035228X"}) {
        CHECK_FALSE(dates_of(number).has_value());
    }
}

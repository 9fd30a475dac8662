#include "surface/field/date_cells.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;

TEST_CASE("of the counts that fit a birth date, a known birthday chooses what the ink allows") {
    const std::vector<BirthDateCells> fits{
        {{2, 1, 2}, {}, 3.0}, {{2, 2, 1}, {}, 3.2}, {{1, 2, 1}, {}, 3.3}, {{2, 2, 2}, {}, 3.9}};
    const auto [month, day, counts] = GENERATE(table<int, int, DigitCounts>({
        {1, 2, {2, 1, 2}},
        {2, 1, {2, 2, 1}}, // 10月7日: the better of two years
        {2, 2, {2, 1, 2}}, // the ink is clearly against it
        {1, 1, {2, 1, 2}}, // and does not fit it at all
    }));
    CHECK(fit_on_birthday(fits, month, day).counts == counts);
}

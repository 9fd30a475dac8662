#include "surface/text/glyph_cells.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;

namespace {

constexpr double cell = 32;
constexpr auto half = CellWidth::Half;
constexpr auto full = CellWidth::Full;

// Columns of a line in which each character fills its cell but for a little room at both sides.
std::vector<float> line_of(const std::vector<CellWidth>& widths, float between = 0.05F) {
    std::vector<float> ink;
    for (const CellWidth width : widths) {
        const std::size_t columns = width == half ? 16 : 32;
        std::vector<float> character(columns, 0.5F);
        character.front() = character.back() = between;
        ink.insert(ink.end(), character.begin(), character.end());
    }
    return ink;
}

double misfit(const std::vector<float>& ink, const std::vector<CellWidth>& widths) {
    const auto fit = fit_cells(ink, widths, cell, LineEnd::Closed);
    REQUIRE(fit);
    return fit->misfit;
}

} // namespace

TEST_CASE("characters are found where they stand") {
    const std::vector<CellWidth> widths{full, half, half, full, half};
    const auto fit = fit_cells(line_of(widths), widths, cell, LineEnd::Closed);
    REQUIRE(fit);
    REQUIRE(fit->cells.size() == widths.size());
    const std::vector<int> begins{0, 32, 48, 64, 96};
    for (std::size_t place = 0; place < begins.size(); ++place) {
        CHECK(std::abs(fit->cells[place].start - begins[place]) <= 1);
    }
}

TEST_CASE("the number of digits that are printed fits better than any other") {
    const std::vector<CellWidth> one{full, half, full};
    const std::vector<CellWidth> two{full, half, half, full};
    CHECK(misfit(line_of(two), two) < misfit(line_of(two), one));
    std::vector<float> padded = line_of(one); // a single digit stands at the right of two places
    padded.insert(padded.begin() + 32, 16, 0.0F);
    CHECK(fit_cells(padded, one, cell, LineEnd::Closed)->misfit <
          fit_cells(padded, two, cell, LineEnd::Closed)
              .value_or(CellFit{{}, std::numeric_limits<double>::max()})
              .misfit);
}

TEST_CASE("what follows an open end costs nothing") {
    const std::vector<CellWidth> wanted{half, half, full};
    const std::vector<float> longer = line_of({half, half, full, full, full});
    const auto open = fit_cells(longer, wanted, cell, LineEnd::Open);
    REQUIRE(open);
    CHECK(open->misfit < misfit(longer, wanted));
    CHECK(open->cells.back().end <= 66);
}

TEST_CASE("characters that find no room or no ink do not fit") {
    const std::vector<CellWidth> three{full, full, full};
    CHECK_FALSE(fit_cells(line_of({full}), three, cell, LineEnd::Closed));
    CHECK_FALSE(fit_cells({}, three, cell, LineEnd::Closed));
    CHECK_FALSE(fit_cells(std::vector<float>(120, 0.0F), three, cell, LineEnd::Closed));
}

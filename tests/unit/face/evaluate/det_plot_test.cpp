#include "face/evaluate/det_plot.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

face::DetCurve curve(const std::string& label) {
    face::ScoreTally same;
    face::ScoreTally different;
    for (int step = 0; step < 100; ++step) {
        same.add(0.3F + 0.006F * static_cast<float>(step));
        different.add(-0.2F + 0.006F * static_cast<float>(step));
    }
    return {label, *error_rates_of(same, different, {})};
}

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++number;
    }
    return number;
}

} // namespace

TEST_CASE("every curve has a line and its name, up to the number of colours") {
    const std::vector<face::DetCurve> curves(face::most_det_curves + 2, curve("dim"));
    const std::string svg = face::draw_det_plot(curves);
    CHECK(svg.starts_with("<svg "));
    CHECK(svg.ends_with("</svg>\n"));
    CHECK(occurrences(svg, "<polyline") == face::most_det_curves);
    CHECK(occurrences(svg, ">dim: EER") == face::most_det_curves);
}

TEST_CASE("a name cannot break out of the picture") {
    const std::vector<face::DetCurve> curves{curve("<script>&\n")};
    const std::string svg = face::draw_det_plot(curves);
    CHECK(occurrences(svg, "<script>") == 0);
    CHECK(occurrences(svg, "&lt;script>&amp; ") == 1);
}

TEST_CASE("no curves are an empty grid") {
    CHECK(occurrences(face::draw_det_plot({}), "polyline") == 0);
}

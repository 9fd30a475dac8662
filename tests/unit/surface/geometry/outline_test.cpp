#include "surface/geometry/edge_lines.hpp"
#include "surface/geometry/outline.hpp"

#include <catch2/catch.hpp>
#include <opencv2/imgproc.hpp>

using namespace madoguchi::surface;

namespace {

const Quad card{cv::Point2f{100, 80}, {420, 100}, {410, 300}, {90, 280}};

cv::Mat picture_of_card() {
    cv::Mat picture(400, 520, CV_8UC1, cv::Scalar(60));
    std::vector<cv::Point> corners(card.begin(), card.end());
    cv::fillConvexPoly(picture, corners, 220, cv::LINE_AA);
    return picture;
}

Quad moved(cv::Point2f by) {
    Quad quad = card;
    for (cv::Point2f& corner : quad) {
        corner += by;
    }
    return quad;
}

} // namespace

TEST_CASE("an outline is seen along the edges it follows, and hardly elsewhere") {
    const EdgeSupport support(find_edges(picture_of_card()));
    CHECK(support.along(card) > 0.95);
    CHECK(support.along(moved({20, 20})) < 0.2);
    CHECK(support.along(moved({2000, 0})) == 0);
}

TEST_CASE("a side that a finger covers is missing from the outline, the others are seen") {
    cv::Mat picture = picture_of_card();
    cv::rectangle(picture, {60, 60, 60, 260}, 60, cv::FILLED); // the left side
    const double seen = EdgeSupport(find_edges(picture)).along(card);
    CHECK(seen > 0.6);
    CHECK(seen < 0.85);
}

TEST_CASE("an outline some pixels off is moved onto the edges") {
    const cv::Point2f off = GENERATE(cv::Point2f{0, 0}, cv::Point2f{4, -3}, cv::Point2f{-5, 5});
    CHECK(distance(refined(moved(off), picture_of_card()), card) < 1.5);
}

TEST_CASE("an outline with no edge near it stays where it is") {
    const Quad quad = moved({0, 0});
    const cv::Mat empty(400, 520, CV_8UC1, cv::Scalar(60));
    CHECK(distance(refined(quad, empty), quad) < 0.01);
}

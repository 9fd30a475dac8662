#include "surface/geometry/card_finder.hpp"

#include <catch2/catch.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

using namespace madoguchi::surface;

namespace {

const cv::Size frame_size(1600, 1200);
constexpr double pi = 3.14159265358979;

Quad turned_rectangle(double width, double height, double degrees) {
    const double angle = degrees * pi / 180;
    Quad quad;
    const std::array<cv::Point2d, 4> corners{{{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}}};
    for (std::size_t place = 0; place < 4; ++place) {
        const double x = corners.at(place).x * width;
        const double y = corners.at(place).y * height;
        quad.at(place) = {static_cast<float>(800 + x * std::cos(angle) - y * std::sin(angle)),
                          static_cast<float>(600 + x * std::sin(angle) + y * std::cos(angle))};
    }
    return quad;
}

cv::Mat frame_with(const Quad& quad) {
    cv::Mat frame(frame_size, CV_8UC1, cv::Scalar(70));
    const std::vector<cv::Point> corners(quad.begin(), quad.end());
    cv::fillConvexPoly(frame, corners, 225, cv::LINE_AA);
    cv::GaussianBlur(frame, frame, {}, 1);
    return frame;
}

} // namespace

TEST_CASE("a card is found to two pixels at any rotation") {
    const double degrees = GENERATE(0.0, 17.0, 45.0, 90.0, 133.0, 180.0, 300.0);
    const Quad truth = turned_rectangle(856, 540, degrees);
    const FoundObjects found = find_cards(frame_with(truth));
    REQUIRE_FALSE(found.cards.empty());
    CHECK(distance(found.cards[0].quad, truth) < 2);
    CHECK(found.cards[0].support > 0.95);
}

TEST_CASE("a finger over an edge and a corner does not hide the card") {
    const Quad truth = turned_rectangle(856, 540, 12);
    cv::Mat frame = frame_with(truth);
    cv::line(frame, cv::Point(truth[1]), {1590, 20}, 130, 150);
    cv::line(frame, {700, 860}, {690, 1190}, 130, 130);
    const FoundObjects found = find_cards(frame);
    REQUIRE_FALSE(found.cards.empty());
    CHECK(distance(found.cards[0].quad, truth) < 3);
}

TEST_CASE("an empty desk shows nothing") {
    const FoundObjects found = find_cards(cv::Mat(frame_size, CV_8UC1, cv::Scalar(120)));
    CHECK(found.cards.empty());
    CHECK_FALSE(found.has_other_shape);
}

TEST_CASE("what has other proportions is no card, and said to be there") {
    const FoundObjects found = find_cards(frame_with(turned_rectangle(1000, 480, 5)));
    CHECK(found.cards.empty());
    CHECK(found.has_other_shape);
}

TEST_CASE("a card that is far too small to read is not found") {
    CHECK(find_cards(frame_with(turned_rectangle(200, 126, 5))).cards.empty());
}

TEST_CASE("a card that reaches out of the frame is not found") {
    Quad out = turned_rectangle(856, 540, 0);
    for (cv::Point2f& corner : out) {
        corner.x -= 500;
    }
    CHECK(find_cards(frame_with(out)).cards.empty());
}

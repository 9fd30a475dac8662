#include "surface/geometry/rectify.hpp"

#include <catch2/catch.hpp>
#include <opencv2/imgproc.hpp>

using namespace madoguchi::surface;

TEST_CASE("areas in millimetres are cut to the card") {
    const cv::Rect whole = pixels_of({0, 0, card_width_mm, card_height_mm});
    CHECK(pixels_of({-5, -5, 200, 200}) == whole);
    CHECK(pixels_of({10, 20, 3, 2}) == cv::Rect(140, 280, 42, 28));
    CHECK(pixels_of({90, 10, 5, 5}).area() == 0);
}

TEST_CASE("a mark stays at its millimetre however the card lies") {
    cv::Mat flat(756, 1198, CV_8UC1, cv::Scalar(200));
    cv::circle(flat, {140, 280}, 12, 0, cv::FILLED); // 10 mm from the left, 20 from the top
    const Quad lying{cv::Point2f{900, 150}, {1000, 950}, {480, 1030}, {400, 190}};
    const Quad card{cv::Point2f{0, 0}, {1198, 0}, {1198, 756}, {0, 756}};
    cv::Mat frame;
    cv::warpPerspective(flat, frame, cv::getPerspectiveTransform(card.data(), lying.data()),
                        {1600, 1200}, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 60);
    const cv::Mat seen = rectify(frame, lying);
    CHECK(seen.at<std::uint8_t>(280, 140) < 40);
    CHECK(seen.at<std::uint8_t>(280, 240) > 160);
}

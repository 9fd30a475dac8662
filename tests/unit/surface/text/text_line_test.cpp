#include "surface/text/text_line.hpp"

#include <catch2/catch.hpp>
#include <opencv2/imgproc.hpp>

using namespace madoguchi::surface;

namespace {

constexpr Area window{20, 15, 25, 7}; // pixels 280, 210, 350, 98
constexpr double cell = 2.3;

cv::Mat paper() {
    return {756, 1198, CV_8UC1, cv::Scalar(225)};
}

// Strokes as high as print of that cell, from the given place on.
void print(cv::Mat& card, cv::Point at, int count) {
    for (int stroke = 0; stroke < count; ++stroke) {
        cv::rectangle(card, {at.x + stroke * 16, at.y, 5, 26}, 40, cv::FILLED);
    }
}

} // namespace

TEST_CASE("a line of print is found where it stands in its window") {
    cv::Mat card = paper();
    print(card, {330, 245}, 12);
    const auto line = find_text_line(card, window, cell);
    REQUIRE(line);
    CHECK(std::abs(line->x - 330) <= 3);
    CHECK(std::abs(line->y - 245) <= 3);
    CHECK(std::abs(line->width - 181) <= 6);
    CHECK(std::abs(line->height - 26) <= 6);
}

TEST_CASE("nothing that is no line of print is taken for one") {
    cv::Mat card = paper();
    SECTION("empty paper") {
    }
    SECTION("a ruled line") {
        cv::line(card, {0, 260}, {1197, 260}, 60, 2);
    }
    SECTION("faint waves of the ground") {
        print(card, {330, 245}, 12);
        card = 225 - (225 - card) / 12;
    }
    SECTION("a line that the window cuts off") {
        print(card, {330, 195}, 12);
    }
    CHECK_FALSE(find_text_line(card, window, cell));
}

TEST_CASE("a line is found beside what is not print of it") {
    cv::Mat card = paper();
    print(card, {330, 245}, 12);
    SECTION("a finger that reaches into the window") {
        cv::circle(card, pixels_of(window).tl() + cv::Point(-10, 40), 30, 90, cv::FILLED);
    }
    SECTION("the frame of the photo") {
        cv::rectangle(card, {0, 0, card.cols, pixels_of(window).y + 8}, 150, cv::FILLED);
    }
    SECTION("a longer line of smaller print below it") {
        for (int x = 310; x < 560; x += 10) {
            cv::rectangle(card, {x, 280, 5, 16}, 40, cv::FILLED);
        }
    }
    const auto line = find_text_line(card, window, cell);
    REQUIRE(line);
    CHECK(line->x <= 333); // the rim of a finger may seem to be a stroke before it
    CHECK(std::abs(line->br().x - 511) <= 3);
    CHECK(std::abs(line->y - 245) <= 3);
    CHECK(std::abs(line->height - 26) <= 6);
}

TEST_CASE("a line is cut out dark on light and as large as asked, in either form") {
    cv::Mat card = paper();
    print(card, {330, 245}, 12);
    const bool ink_only = GENERATE(true, false);
    const cv::Mat cut = cut_out_line(card, {330, 245, 181, 26}, {ink_only, 52, 1});
    const cv::Mat wide = cut_out_line(card, {330, 245, 181, 26}, {ink_only, 52, 1.5});
    CHECK(cut.type() == CV_8UC1);
    CHECK(cut.cols == Approx(24 + 2 * 191).margin(2));
    CHECK(wide.cols == Approx(24 + 3 * 191).margin(2));
    CHECK(wide.rows == cut.rows);
    CHECK(cut.at<std::uint8_t>(2, 2) > 200);
    double darkest = 255;
    cv::minMaxLoc(cut, &darkest);
    CHECK(darkest < 40);
}

TEST_CASE("digits are set apart, so that two that touch become two") {
    cv::Mat card = paper();
    print(card, {330, 245}, 12);
    const LineInk ink = line_ink(card, {330, 245, 181, 26});
    CHECK(ink.place == cv::Rect(326, 241, 189, 34));
    CHECK(ink.columns.size() == 189);
    CHECK(ink.columns[6] > 0.8F);  // a stroke
    CHECK(ink.columns[14] < 0.2F); // between two
    const std::vector<cv::Range> cells{{2, 11}, {18, 27}};
    const cv::Mat cut = cut_out_cells(card, ink.place, cells, 52); // the print is 26 high
    CHECK(cut.type() == CV_8UC1);
    CHECK(cut.cols == Approx(24 + 2 * (2 * 9 + 3 * 4)).margin(2));
    CHECK(cut.at<std::uint8_t>(cut.rows / 2, cut.cols / 2) > 200);
}

TEST_CASE("sharpening shows the paper between two strokes that a blur has joined") {
    cv::Mat card = paper();
    cv::rectangle(card, {330, 245, 5, 26}, 40, cv::FILLED);
    cv::rectangle(card, {338, 245, 5, 26}, 40, cv::FILLED);
    cv::GaussianBlur(card, card, {}, 2);
    const auto gap_over_stroke = [&](double sharpening) {
        const cv::Mat cut = cut_out_line(card, {330, 245, 13, 26}, {false, 26, 1, sharpening});
        const int middle = cut.rows / 2;
        return cut.at<std::uint8_t>(middle, cut.cols / 2) -
               cut.at<std::uint8_t>(middle, cut.cols / 2 - 4);
    };
    CHECK(gap_over_stroke(2) > gap_over_stroke(0) + 15);
}

#include "surface/layout/front_check.hpp"

#include <catch2/catch.hpp>
#include <opencv2/imgproc.hpp>

using namespace madoguchi::surface;

namespace {

constexpr double paper = 220;

cv::Mat blank() {
    return {756, 1198, CV_8UC1, cv::Scalar(paper)};
}

void lines_of_print(cv::Mat& card, const Area& area) {
    const cv::Rect place = pixels_of(area);
    for (int x = place.x; x + 5 < place.x + place.width; x += 14) {
        cv::rectangle(card, {x, place.y, 5, place.height}, 40, cv::FILLED);
    }
}

// A front in outline: photo at the left, two rows of print.
cv::Mat front() {
    cv::Mat card = blank();
    cv::rectangle(card, pixels_of(photo), 90, cv::FILLED);
    lines_of_print(card, {27, 17.5, 50, 2});
    lines_of_print(card, {11, 9, 50, 2});
    return card;
}

} // namespace

TEST_CASE("a front passes every check, in bright light and in dim") {
    const double light = GENERATE(1.0, 0.5);
    const cv::Mat card = front() * light;
    CHECK(is_sharp(card));
    CHECK_FALSE(is_blank(card));
    CHECK(has_photo(card));
    for (const Field field : all_fields) {
        CHECK_FALSE(has_glare(card, window_of(field)));
    }
}

TEST_CASE("print that a blur has taken is not sharp") {
    cv::Mat card = front();
    cv::GaussianBlur(card, card, {}, 9);
    CHECK_FALSE(is_sharp(card));
}

TEST_CASE("a card without print is blank, shaded or not") {
    cv::Mat card = blank();
    for (int row = 0; row < card.rows; ++row) {
        card.row(row) -= row / 12;
    }
    CHECK(is_blank(card));
}

TEST_CASE("a card that lies upside down is turned, and one that does not is left") {
    const cv::Mat card = front();
    cv::Mat turned;
    cv::rotate(card, turned, cv::ROTATE_180);
    CHECK(cv::norm(upright(card), card) == 0);
    CHECK(cv::norm(upright(turned), card) == 0);
}

TEST_CASE("a card without anything dark at its left has no photo there") {
    cv::Mat card = blank();
    lines_of_print(card, {27, 17.5, 50, 2});
    CHECK_FALSE(has_photo(card));
}

TEST_CASE("a reflection on a field is told from one beside it") {
    cv::Mat card = front();
    const Area field = window_of(Field::Expiry);
    const cv::Point centre = pixels_of(field).tl() + cv::Point(60, 40);
    cv::circle(card, centre, 30, 255, cv::FILLED);
    CHECK(has_glare(card, field));
    CHECK_FALSE(has_glare(card, window_of(Field::BirthDate)));
    CHECK_FALSE(has_glare(card, window_of(Field::SecurityCode)));
}

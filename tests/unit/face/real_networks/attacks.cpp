#include "tests/unit/face/real_networks/attacks.hpp"

#include "face/image/opencv_internal.hpp"

#include <opencv2/imgproc.hpp>

#include <array>
#include <numbers>

namespace madoguchi::test {

face::Image turned_by_hand(const face::ImageView& picture, double degrees) {
    const double width = picture.width();
    const double height = picture.height();
    const double distance = 1.6 * width;
    const double angle = degrees * std::numbers::pi / 180;
    const std::array<cv::Point2f, 4> corners{
        {{0, 0},
         {static_cast<float>(width), 0},
         {static_cast<float>(width), static_cast<float>(height)},
         {0, static_cast<float>(height)}}};
    std::array<cv::Point2f, 4> seen;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const double x = static_cast<double>(corners[i].x) - width / 2;
        const double y = static_cast<double>(corners[i].y) - height / 2;
        const double depth = distance - x * std::sin(angle);
        seen[i] = {static_cast<float>(width / 2 + distance * x * std::cos(angle) / depth),
                   static_cast<float>(height / 2 + distance * y / depth)};
    }
    face::Image turned(picture.width(), picture.height(), picture.format());
    cv::Mat target = face::opencv_target(turned);
    cv::warpPerspective(face::opencv_view(picture), target,
                        cv::getPerspectiveTransform(corners.data(), seen.data()), target.size(),
                        cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return turned;
}

face::Image shown_on_tablet(const face::ImageView& picture) {
    const cv::Rect tablet(190, 10, 270, 400);
    const cv::Rect screen(204, 30, 242, 360);
    face::Image held(picture.width(), picture.height(), picture.format());
    cv::Mat target = face::opencv_target(held);
    cv::GaussianBlur(face::opencv_view(picture), target, {}, 25);
    target *= 0.5; // the camera sets itself on the bright screen
    cv::rectangle(target, tablet, cv::Scalar(14, 14, 14), cv::FILLED);
    const cv::Mat person = face::opencv_view(picture)({180, 30, 282, 420});
    cv::Mat shown = target(screen);
    cv::resize(person, shown, screen.size(), 0, 0, cv::INTER_AREA);
    shown = shown * 0.9 + cv::Scalar(32, 20, 14);
    for (int row = 0; row < shown.rows; row += 3) {
        shown.row(row) *= 0.9;
    }
    return held;
}

} // namespace madoguchi::test

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

face::Image played_on_tablet(const face::ImageView& picture, sim::TabletPlace place,
                             unsigned number) {
    face::Image seen(picture.width(), picture.height(), picture.format());
    sim::shown_on_tablet(face::opencv_view(picture), place, number)
        .copyTo(face::opencv_target(seen));
    return seen;
}

} // namespace madoguchi::test

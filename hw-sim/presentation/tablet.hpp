// A tablet in a hand before a camera: black frame, a display made of red, green and blue stripes, a
// dim room behind.
#pragma once

#include <opencv2/core.hpp>

namespace madoguchi::sim {

enum class TabletPlace : std::uint8_t {
    AtArmsLength, // its frame and the room are seen
    FillsPicture, // nothing but its display is seen
};

// What a camera of 640 x 480 sees of a tablet that shows the middle of such a frame. The hand
// trembles: each number is another moment, and the same one gives the same picture.
// Contract: frame is BGR, 640 x 480.
[[nodiscard]] cv::Mat shown_on_tablet(const cv::Mat& frame, TabletPlace place, unsigned number);

} // namespace madoguchi::sim

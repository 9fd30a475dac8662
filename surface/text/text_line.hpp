// One line of print within a part of a rectified card, cut out for reading.
#pragma once

#include "surface/geometry/rectify.hpp"

#include <cstdint>
#include <optional>

namespace madoguchi::surface {

// The line that stands in the window: a band of ink as high as print of that cell height, in
// millimetres. Nothing where there is none. Card is grey, CV_8UC1.
[[nodiscard]] std::optional<cv::Rect> find_text_line(const cv::Mat& card, const Area& window,
                                                     double cell_height);

// How a line is prepared for the reader. Its slips depend on this; what is printed does not.
struct LineForm {
    bool ink_only;  // the ground evened out, or grey as in the picture
    double height;  // pixels of the print
    double stretch; // of its width
};

// The line dark on light, with a margin. CV_8UC1.
[[nodiscard]] cv::Mat cut_out_line(const cv::Mat& card, const cv::Rect& line, const LineForm& form);

} // namespace madoguchi::surface

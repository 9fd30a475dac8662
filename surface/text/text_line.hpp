// One line of print within a part of a rectified card, cut out for reading.
#pragma once

#include "surface/geometry/rectify.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace madoguchi::surface {

// The line that stands in the window: a band of ink as high as print of that cell height, in
// millimetres. Nothing where there is none. Card is grey, CV_8UC1.
[[nodiscard]] std::optional<cv::Rect> find_text_line(const cv::Mat& card, const Area& window,
                                                     double cell_height);

// How a line is prepared for the reader. Its slips depend on this; what is printed does not.
struct LineForm {
    bool ink_only;         // the ground evened out, or grey as in the picture
    double height;         // pixels of the print
    double stretch;        // of its width
    double sharpening = 0; // how much of what a blur took is added, 0 to 4; of grey lines alone
};

// The line dark on light, with a margin. CV_8UC1.
[[nodiscard]] cv::Mat cut_out_line(const cv::Mat& card, const cv::Rect& line, const LineForm& form);

// The ink of a line, column by column: 0 none, 1 as much as in its fullest columns.
struct LineInk {
    cv::Rect place; // the line with a little room around it
    std::vector<float> columns;
};
[[nodiscard]] LineInk line_ink(const cv::Mat& card, const cv::Rect& line);

// The given columns of the line alone, with room between them: digits that stand close melt into
// one for the reader, and it drops one of a pair. Dark on light, the print that many pixels high.
[[nodiscard]] cv::Mat cut_out_cells(const cv::Mat& card, const cv::Rect& place,
                                    std::span<const cv::Range> cells, double height);

} // namespace madoguchi::surface

// What a rectified card looks like as a whole: sharp or not, blank or not, a card front or another
// thing, and where light hides it. Cards are grey, CV_8UC1.
#pragma once

#include "surface/layout/front_layout.hpp"

namespace madoguchi::surface {

// Whether print can be told on it: edges rise within a few pixels.
[[nodiscard]] bool is_sharp(const cv::Mat& card);

// Nothing is printed on it.
[[nodiscard]] bool is_blank(const cv::Mat& card);

// Turned by 180 degrees where the photo would otherwise stand at the right.
[[nodiscard]] cv::Mat upright(const cv::Mat& card);

// A photo where a front has its photo, on paper that is lighter. Of an upright card.
[[nodiscard]] bool has_photo(const cv::Mat& card);

// A reflection blots out part of the area.
[[nodiscard]] bool has_glare(const cv::Mat& card, const Area& area);

} // namespace madoguchi::surface

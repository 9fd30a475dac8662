// Finds flat rectangles of a card's kind in a frame: by straight edges, so that a finger or a
// reflection on one side does not hide the card.
#pragma once

#include "surface/geometry/quad.hpp"

#include <vector>

namespace madoguchi::surface {

struct FoundObject {
    Quad quad;      // pixels of the frame
    double support; // share of its outline where an edge was seen, 0 to 1
};

struct FoundObjects {
    std::vector<FoundObject> cards; // of ID-1 proportions, best first, at most two
    bool has_other_shape = false; // something flat and rectangular of other proportions lies there
};

// Grey picture, CV_8UC1. Objects must lie wholly inside and fill a twelfth of the frame or more.
[[nodiscard]] FoundObjects find_cards(const cv::Mat& grey);

} // namespace madoguchi::surface

#include "face/liveness/crop_window.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::face {

namespace {

struct Stretch {
    int from = 0;
    int length = 1;
};

// `length` pixels around `centre`, shifted to lie within 0 to `limit`.
Stretch within(float centre, float length, int limit) {
    const int whole = std::clamp(static_cast<int>(std::lround(length)), 1, limit);
    const auto furthest = static_cast<float>(limit - whole);
    const float from = std::clamp(centre - length / 2, 0.0F, furthest);
    return {static_cast<int>(from), whole};
}

} // namespace

CropWindow crop_window(int picture_width, int picture_height, const FaceBox& box, float scale) {
    const float width = std::max(box.width, 1.0F);
    const float height = std::max(box.height, 1.0F);
    const float fitting = std::min({scale, static_cast<float>(picture_width) / width,
                                    static_cast<float>(picture_height) / height});
    const Stretch across = within(box.left + width / 2, width * fitting, picture_width);
    const Stretch down = within(box.top + height / 2, height * fitting, picture_height);
    return {across.from, down.from, across.length, down.length};
}

} // namespace madoguchi::face

#include "face/detect/photo_cross_check.hpp"

#include <cmath>

namespace madoguchi::face {

bool disputes(const std::vector<FaceBox>& second_opinion, const FaceBox& face) {
    if (second_opinion.empty()) {
        return false;
    }
    const FaceBox& other = second_opinion.front();
    const float across = (other.left + other.width / 2) - (face.left + face.width / 2);
    const float down = (other.top + other.height / 2) - (face.top + face.height / 2);
    constexpr float nearest = 0.4F; // of the face's height; the boxes are cut differently
    return second_opinion.size() > 1 || std::hypot(across, down) > nearest * face.height;
}

} // namespace madoguchi::face

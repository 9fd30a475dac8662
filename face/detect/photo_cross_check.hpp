// Port: a second opinion on where faces are in a card's photo, by a method of its own.
#pragma once

#include "face/detect/face_detector.hpp"

#include <memory>

namespace madoguchi::face {

// Used by one thread.
class PhotoCrossCheck {
public:
    virtual ~PhotoCrossCheck() = default;

    // Errors: ModelFailed.
    [[nodiscard]] virtual Result<std::vector<FaceBox>> find_faces(const ImageView& photo) = 0;
};

// dlib's frontal face detector (histogram of oriented gradients), which brings its own weights. It
// is made on a thread of its own, which takes a third of a second, and waited for when first used.
[[nodiscard]] std::unique_ptr<PhotoCrossCheck> start_hog_cross_check();

// Whether the boxes contradict that this is the photo's only face: there are several, or the one
// stands elsewhere. None at all contradicts nothing: the second method misses faces that the first
// finds.
[[nodiscard]] bool disputes(const std::vector<FaceBox>& second_opinion, const FaceBox& face);

} // namespace madoguchi::face

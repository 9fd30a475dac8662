#include "terminal_app/service/face_camera_watch.hpp"

#include "face/image/image.hpp"

namespace madoguchi::terminal {

namespace {

constexpr int least_width = 320; // pixels: a face in it has just enough of them between the eyes
constexpr int least_height = 240;
constexpr int most_unsuitable = 3;
constexpr std::chrono::milliseconds longest_blackness{1500};

bool is_suitable(const Frame& frame) {
    return face::ImageView::of(frame) && frame.width >= least_width && frame.height >= least_height;
}

} // namespace

std::optional<FailureReason> FaceCameraWatch::see(const Frame& frame) {
    pace_.see(frame);
    if (!is_suitable(frame)) {
        ++unsuitable_;
        return unsuitable_ > most_unsuitable ? std::optional(FailureReason::CameraUnsuitable)
                                             : std::nullopt;
    }
    unsuitable_ = 0;
    if (!is_black(frame)) {
        black_since_.reset();
        return std::nullopt;
    }
    black_since_ = black_since_.value_or(frame.taken_at);
    return frame.taken_at - *black_since_ > longest_blackness
               ? std::optional(FailureReason::CameraBlack)
               : std::nullopt;
}

bool FaceCameraWatch::sees_something() const noexcept {
    return unsuitable_ == 0 && !black_since_;
}

} // namespace madoguchi::terminal

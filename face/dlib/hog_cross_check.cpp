#include "face/detect/photo_cross_check.hpp"

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_transforms.h>

#include <future>
#include <optional>

namespace madoguchi::face {

namespace {

using Grey = dlib::array2d<unsigned char>;

Grey as_grey(const ImageView& photo) {
    const auto width = static_cast<std::size_t>(photo.width());
    const auto channels = static_cast<std::size_t>(bytes_per_pixel(photo.format()));
    Grey grey(photo.height(), photo.width());
    for (std::size_t y = 0; y < static_cast<std::size_t>(photo.height()); ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const ByteView pixel = photo.pixels().subspan((y * width + x) * channels, channels);
            grey[static_cast<long>(y)][static_cast<long>(x)] =
                channels == 1 ? pixel[0]
                              : static_cast<unsigned char>(
                                    (29 * pixel[0] + 150 * pixel[1] + 77 * pixel[2]) / 256);
        }
    }
    return grey;
}

std::vector<FaceBox> boxes_of(const std::vector<dlib::rectangle>& found, float scale) {
    std::vector<FaceBox> boxes;
    for (const dlib::rectangle& one : found) {
        boxes.push_back(
            {static_cast<float>(one.left()) / scale, static_cast<float>(one.top()) / scale,
             static_cast<float>(one.width()) / scale, static_cast<float>(one.height()) / scale});
    }
    return boxes;
}

class HogCrossCheck final : public PhotoCrossCheck {
public:
    // Where no thread can be had, the first use makes it.
    HogCrossCheck()
        : coming_(std::async(std::launch::async | std::launch::deferred,
                             [] { return dlib::get_frontal_face_detector(); })) {}

    Result<std::vector<FaceBox>> find_faces(const ImageView& photo) override {
        try {
            if (!detector_) {
                detector_ = coming_.get();
            }
            Grey grey = as_grey(photo);
            auto found = (*detector_)(grey);
            if (!found.empty()) {
                wipe(&grey[0][0], grey.size());
                return boxes_of(found, 1);
            }
            dlib::pyramid_up(grey); // faces below 80 pixels are not seen at their own size
            found = (*detector_)(grey);
            wipe(&grey[0][0], grey.size());
            return boxes_of(found, 2);
        } catch (const std::exception&) {
            return fail(ErrorCode::ModelFailed, "cross-check of the photo failed");
        }
    }

private:
    std::future<dlib::frontal_face_detector> coming_;
    std::optional<dlib::frontal_face_detector> detector_;
};

} // namespace

std::unique_ptr<PhotoCrossCheck> start_hog_cross_check() {
    return std::make_unique<HogCrossCheck>();
}

} // namespace madoguchi::face

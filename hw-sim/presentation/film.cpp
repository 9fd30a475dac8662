#include "hw-sim/presentation/film.hpp"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <vector>

namespace madoguchi::sim {

namespace {

std::vector<std::filesystem::path> sequences_of(const std::filesystem::path& persona) {
    std::vector<std::filesystem::path> pictures;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(persona, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("turn_") || name.starts_with("blink_")) {
            pictures.push_back(entry.path());
        }
    }
    std::ranges::sort(pictures);
    return pictures;
}

Result<void> write_picture(const std::filesystem::path& file, const cv::Mat& picture) {
    constexpr int quality = 92;
    try {
        if (cv::imwrite(file.string(), picture, {cv::IMWRITE_JPEG_QUALITY, quality})) {
            return {};
        }
    } catch (const cv::Exception&) { // becomes the error below
    }
    return fail(ErrorCode::StorageFailed, "a picture of the film cannot be written; disk full?");
}

} // namespace

Result<void> write_film(const std::filesystem::path& persona, const std::filesystem::path& folder,
                        TabletPlace place) {
    const auto pictures = sequences_of(persona);
    if (pictures.empty()) {
        return fail(ErrorCode::FileUnreadable,
                    "the persona has no sequences to film (turn_*.jpg, blink_*.jpg)");
    }
    std::error_code error;
    if (!std::filesystem::create_directories(folder, error) || error) {
        return fail(ErrorCode::StorageFailed,
                    "the folder for the film exists already or cannot be made");
    }
    unsigned number = 0;
    for (const auto& path : pictures) {
        const cv::Mat frame = cv::imread(path.string(), cv::IMREAD_COLOR);
        if (frame.size() != cv::Size(640, 480)) {
            return fail(ErrorCode::FileUnreadable, "a picture of the persona is not 640 x 480");
        }
        MADOGUCHI_TRY(
            write_picture(folder / path.filename(), shown_on_tablet(frame, place, ++number)));
    }
    return {};
}

} // namespace madoguchi::sim

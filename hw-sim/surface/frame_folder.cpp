#include "hw-sim/surface/frame_folder.hpp"

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

#include <fstream>

namespace madoguchi::sim {

namespace {

nlohmann::json fields_of(const std::vector<PrintedField>& fields) {
    nlohmann::json names = nlohmann::json::array();
    for (const PrintedField field : fields) {
        names.push_back(name_of(field));
    }
    return names;
}

nlohmann::json truth_of(const SurfaceScene& scene) {
    nlohmann::json truth{{"object", scene.instead ? name_of(*scene.instead) : "my_number_card"},
                         {"number", nullptr},
                         {"hidden", nullptr},
                         {"frames", nlohmann::json::array()}};
    if (!scene.instead) {
        truth["number"] = verification_number_b(scene.front);
    }
    if (scene.hidden) {
        truth["hidden"] = name_of(*scene.hidden);
    }
    return truth;
}

bool write_jpeg(const std::filesystem::path& file, const cv::Mat& picture) {
    constexpr int quality = 92;
    try {
        return cv::imwrite(file.string(), picture, {cv::IMWRITE_JPEG_QUALITY, quality});
    } catch (const cv::Exception&) { // becomes an error with a remedy below
        return false;
    }
}

} // namespace

FrameFolder::FrameFolder(std::filesystem::path folder, CivilDate today)
    : folder_(std::move(folder)),
      truth_{{"format", "madoguchi-surface-frames/1"},
             {"today", fmt::format("{:04}-{:02}-{:02}", static_cast<int>(today.year()),
                                   static_cast<unsigned>(today.month()),
                                   static_cast<unsigned>(today.day()))},
             {"scenes", nlohmann::json::array()}} {
}

Result<FrameFolder> FrameFolder::create(const std::filesystem::path& folder, CivilDate today) {
    std::error_code error;
    if (!std::filesystem::create_directories(folder, error) || error) {
        return fail(ErrorCode::StorageFailed,
                    "the folder for the frames exists already or cannot be made");
    }
    return FrameFolder(folder, today);
}

Result<void> FrameFolder::add(const SurfaceScene& scene) {
    nlohmann::json truth = truth_of(scene);
    const std::size_t number = truth_["scenes"].size() + 1;
    for (std::size_t place = 0; place < scene.frames.size(); ++place) {
        const SurfaceFrame& frame = scene.frames[place];
        const std::string file = fmt::format("scene-{:04}-frame-{}.jpg", number, place + 1);
        if (!write_jpeg(folder_ / file, frame.picture)) {
            return fail(ErrorCode::StorageFailed, "a frame cannot be written; is the disk full?");
        }
        truth["frames"].push_back(
            {{"file", file}, {"covered", fields_of(frame.covered)}, {"sharp", frame.is_sharp}});
    }
    truth_["scenes"].push_back(std::move(truth));
    return {};
}

Result<void> FrameFolder::finish() const {
    std::ofstream out(folder_ / "truth.json");
    out << truth_.dump(1) << '\n';
    out.close();
    return out ? Result<void>()
               : fail(ErrorCode::StorageFailed, "truth.json cannot be written; is the disk full?");
}

} // namespace madoguchi::sim

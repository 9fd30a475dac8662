#include "drivers/camera/camera_source.hpp"

#include "drivers/camera/newest_frame_camera.hpp"
#include "drivers/camera/opencv_frames.hpp"
#include "drivers/camera/picture_paths.hpp"

#include <charconv>
#include <optional>

namespace madoguchi::drivers {

namespace {

class Source final : public hal::CameraSource {
public:
    explicit Source(OpenFrameSupply open) : open_(std::move(open)) {}

    Result<std::unique_ptr<hal::Camera>> open(Deadline deadline) override {
        return open_newest_frame_camera(open_, deadline);
    }

private:
    OpenFrameSupply open_;
};

std::optional<int> number(std::string_view text, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
        return std::nullopt;
    }
    return value;
}

Result<OpenFrameSupply> pictures(std::string_view rate_text, const std::string& where,
                                 FrameSize largest) {
    constexpr int default_rate = 10;
    const auto rate = rate_text.empty() ? default_rate : number(rate_text, 1, 60);
    if (!rate) {
        return fail(ErrorCode::ConfigInvalid, "picture rate is not a number from 1 to 60");
    }
    const std::chrono::microseconds interval(1'000'000 / *rate);
    return [where, interval, largest]() -> Result<std::unique_ptr<FrameSupply>> {
        return show_pictures(MADOGUCHI_TRY(find_pictures(where)), interval, largest);
    };
}

Result<OpenFrameSupply> parse(const std::string& description, FrameSize largest) {
    const std::size_t colon = std::min(description.find(':'), description.size());
    const std::string_view kind = std::string_view(description).substr(0, colon);
    const std::string rest = description.substr(std::min(colon + 1, description.size()));
    constexpr std::string_view pictures_at = "pictures@";
    if (kind == "device") {
        if (const auto index = number(rest, 0, 63)) {
            return [index = *index, largest] { return open_video_device(index, largest); };
        }
    } else if (kind == "video" && !rest.empty()) {
        return [rest, largest] { return open_video_file(rest, largest); };
    } else if (kind == "pictures" && !rest.empty()) {
        return pictures({}, rest, largest);
    } else if (kind.starts_with(pictures_at) && kind.size() > pictures_at.size() && !rest.empty()) {
        return pictures(kind.substr(pictures_at.size()), rest, largest);
    }
    return fail(ErrorCode::ConfigInvalid,
                "camera is none of device:NUMBER, video:PATH, pictures:WHERE, pictures@RATE:WHERE");
}

} // namespace

Result<std::unique_ptr<hal::CameraSource>> camera_source(const std::string& description,
                                                         FrameSize largest) {
    return std::make_unique<Source>(MADOGUCHI_TRY(parse(description, largest)));
}

} // namespace madoguchi::drivers

#include "drivers/camera/camera_source.hpp"
#include "drivers/camera/picture_paths.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

#include <fstream>

using namespace madoguchi;
using namespace std::chrono_literals;
using drivers::camera_source;

namespace {

// A folder with the pictures a.jpg (dark), b.jpg (bright) and wide.png, and a text.
class PictureFolder {
public:
    PictureFolder() {
        write("a.jpg", {640, 480}, 20);
        write("b.jpg", {640, 480}, 220);
        write("wide.png", {1280, 480}, 100);
        std::ofstream(folder_.path() / "note.txt") << "no picture";
    }

    [[nodiscard]] std::string operator/(const std::string& name) const {
        return (folder_.path() / name).string();
    }
    [[nodiscard]] std::string all() const { return folder_.path().string(); }

private:
    void write(const std::string& name, cv::Size size, int value) const {
        cv::imwrite((folder_.path() / name).string(),
                    cv::Mat(size, CV_8UC3, cv::Scalar::all(value)));
    }

    test::TemporaryFolder folder_;
};

std::unique_ptr<hal::Camera> opened(const std::string& description) {
    auto source = camera_source(description);
    REQUIRE(source.has_value());
    auto camera = (*source)->open(Deadline::after(5s));
    REQUIRE(camera.has_value());
    return std::move(*camera);
}

ErrorCode refusal_of(const std::string& description) {
    auto source = camera_source(description);
    REQUIRE(source.has_value());
    const auto camera = (*source)->open(Deadline::after(5s));
    REQUIRE_FALSE(camera.has_value());
    return camera.error().code();
}

Frame next(hal::Camera& camera) {
    return camera.next_frame(Deadline::after(5s)).value();
}

} // namespace

TEST_CASE("a description that names no camera is refused") {
    for (const char* description :
         {"", "device", "device:", "device:x", "device:-1", "device:64", "device:1x",
          "video:", "pictures:", "pictures@:x", "pictures@0:x", "pictures@61:x", "pictures@ten:x",
          "rtsp://x", "/dev/video0"}) {
        INFO(description);
        const auto source = camera_source(description);
        REQUIRE_FALSE(source.has_value());
        CHECK(source.error().code() == ErrorCode::ConfigInvalid);
    }
}

TEST_CASE("a camera that is not there is missing") {
    const PictureFolder folder;
    CHECK(refusal_of("device:63") == ErrorCode::CameraMissing);
    CHECK(refusal_of("video:" + (folder / "none.avi")) == ErrorCode::CameraMissing);
    CHECK(refusal_of("video:" + folder.all()) == ErrorCode::CameraMissing);
    CHECK(refusal_of("video:rtsp://127.0.0.1/") == ErrorCode::CameraMissing);
    CHECK(refusal_of("video:" + (folder / "note.txt")) == ErrorCode::CameraMissing);
    CHECK(refusal_of("pictures:" + (folder / "none")) == ErrorCode::CameraMissing);
    CHECK(refusal_of("pictures:" + (folder / "*.gif")) == ErrorCode::CameraMissing);
    CHECK(refusal_of("pictures:" + (folder / "a.jpg,none.jpg")) == ErrorCode::CameraMissing);
}

TEST_CASE("a picture sequence is a folder, a pattern or a list") {
    const PictureFolder folder;
    const auto names = [&](const std::string& where) {
        const auto paths = drivers::find_pictures(where);
        REQUIRE(paths.has_value());
        std::vector<std::string> found;
        for (const auto& path : *paths) {
            found.push_back(path.filename().string());
        }
        return found;
    };
    CHECK(names(folder.all()) == std::vector<std::string>{"a.jpg", "b.jpg", "wide.png"});
    CHECK(names(folder / "*.jpg") == std::vector<std::string>{"a.jpg", "b.jpg"});
    CHECK(names(folder / "[ab].jpg") == std::vector<std::string>{"a.jpg", "b.jpg"});
    CHECK(names((folder / "b.jpg") + "," + (folder / "a.jpg")) ==
          std::vector<std::string>{"b.jpg", "a.jpg"}); // as listed
}

TEST_CASE("a picture sequence is shown in turn and from the start again") {
    const PictureFolder folder;
    const auto camera = opened("pictures@60:" + (folder / "[ab].jpg"));
    bool dark = false;
    bool bright = false;
    for (int i = 0; i < 8; ++i) {
        const Frame frame = next(*camera);
        CHECK(frame.width == 640);
        CHECK(frame.height == 480);
        CHECK(frame.format == PixelFormat::Bgr8);
        REQUIRE(frame.pixels.size() == 640U * 480U * 3U);
        (frame.pixels.front() < 128 ? dark : bright) = true;
    }
    CHECK(dark);
    CHECK(bright);
}

TEST_CASE("a picture larger than a camera frame is reduced in proportion") {
    const PictureFolder folder;
    const Frame frame = next(*opened("pictures:" + (folder / "wide.png")));
    CHECK(frame.width == 640);
    CHECK(frame.height == 240);
}

TEST_CASE("a picture that cannot be read ends the camera") {
    const PictureFolder folder;
    const auto camera = opened("pictures:" + (folder / "note.txt"));
    CHECK(camera->next_frame(Deadline::after(5s)).error().code() == ErrorCode::CameraLost);
}

TEST_CASE("a video file plays, and from the start again after its end") {
    const PictureFolder folder;
    const std::string path = folder / "film.avi";
    {
        cv::VideoWriter writer(path, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 50, {320, 240});
        REQUIRE(writer.isOpened());
        for (int i = 0; i < 5; ++i) {
            writer.write(cv::Mat(240, 320, CV_8UC3, cv::Scalar::all(40 * i)));
        }
    }
    const auto camera = opened("video:" + path);
    Frame last = next(*camera);
    for (int i = 0; i < 10; ++i) {
        Frame frame = next(*camera);
        CHECK(frame.width == 320);
        CHECK(frame.sequence > last.sequence);
        last = std::move(frame);
    }
    CHECK(last.sequence > 5); // beyond its length
}

TEST_CASE("a camera for print gives larger frames than one for faces") {
    const PictureFolder folder;
    struct Case {
        drivers::FrameSize largest;
        int width;
        int height;
    };
    for (const Case& one :
         {Case{{1600, 1200}, 1280, 480}, Case{{640, 480}, 640, 240}, Case{{1280, 240}, 640, 240}}) {
        const auto source = camera_source("pictures:" + (folder / "wide.png"), one.largest);
        REQUIRE(source.has_value());
        const auto camera = (*source)->open(Deadline::after(5s));
        REQUIRE(camera.has_value());
        const Frame frame = next(**camera);
        CHECK(frame.width == one.width);
        CHECK(frame.height == one.height);
    }
}

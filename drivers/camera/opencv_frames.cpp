#include "drivers/camera/opencv_frames.hpp"

#include "hal/base/contract.hpp"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <thread>

namespace madoguchi::drivers {

namespace {

cv::Mat fit(const cv::Mat& picture, FrameSize largest) {
    const double scale = std::min({1.0, static_cast<double>(largest.width) / picture.cols,
                                   static_cast<double>(largest.height) / picture.rows});
    if (scale == 1.0) {
        return picture;
    }
    cv::Mat reduced;
    cv::resize(picture, reduced, {}, scale, scale, cv::INTER_AREA);
    return reduced;
}

Result<Frame> as_frame(const cv::Mat& picture, FrameSize largest) {
    if (picture.empty() || picture.type() != CV_8UC3) {
        return fail(ErrorCode::CameraLost, "camera gives no colour picture");
    }
    const cv::Mat fitted = fit(picture, largest);
    Frame frame;
    frame.width = fitted.cols;
    frame.height = fitted.rows;
    frame.format = PixelFormat::Bgr8;
    frame.pixels.resize(fitted.total() * fitted.elemSize());
    fitted.copyTo(cv::Mat(fitted.rows, fitted.cols, CV_8UC3, frame.pixels.data()));
    return frame;
}

// OpenCV's exceptions end here.
template <typename Function>
auto guarded(Function&& function) -> decltype(function()) {
    try {
        return function();
    } catch (const std::exception&) {
        return fail(ErrorCode::CameraLost, "video library failed");
    }
}

// Waits so that frames leave at an even rate.
class Pacer {
public:
    explicit Pacer(std::chrono::microseconds interval) : interval_(interval) {}

    void wait() {
        next_ = std::max(next_ + interval_, std::chrono::steady_clock::now());
        std::this_thread::sleep_until(next_);
    }

private:
    std::chrono::microseconds interval_;
    std::chrono::steady_clock::time_point next_ = std::chrono::steady_clock::now();
};

class VideoDevice final : public FrameSupply {
public:
    VideoDevice(const cv::VideoCapture& capture, FrameSize largest)
        : capture_(capture), largest_(largest) {}

    Result<Frame> read() override {
        return guarded([&]() -> Result<Frame> {
            cv::Mat picture;
            if (!capture_.read(picture)) {
                return fail(ErrorCode::CameraLost, "camera gives no picture; is it plugged in?");
            }
            return as_frame(picture, largest_);
        });
    }

    bool stillness_is_failure() const override { return true; }

private:
    cv::VideoCapture capture_;
    FrameSize largest_;
};

class VideoFile final : public FrameSupply {
public:
    VideoFile(const cv::VideoCapture& capture, std::chrono::microseconds interval,
              FrameSize largest)
        : capture_(capture), pacer_(interval), largest_(largest) {}

    Result<Frame> read() override {
        return guarded([&]() -> Result<Frame> {
            pacer_.wait();
            cv::Mat picture;
            if (!capture_.read(picture)) {
                capture_.set(cv::CAP_PROP_POS_FRAMES, 0);
                capture_.read(picture);
            }
            return as_frame(picture, largest_);
        });
    }

    bool stillness_is_failure() const override { return false; }

private:
    cv::VideoCapture capture_;
    Pacer pacer_;
    FrameSize largest_;
};

class PictureShow final : public FrameSupply {
public:
    PictureShow(std::vector<std::filesystem::path> paths, std::chrono::microseconds interval,
                FrameSize largest)
        : paths_(std::move(paths)), pacer_(interval), largest_(largest) {
        MADOGUCHI_EXPECTS(!paths_.empty());
    }

    Result<Frame> read() override {
        return guarded([&]() -> Result<Frame> {
            pacer_.wait();
            const std::filesystem::path& path = paths_[next_];
            next_ = (next_ + 1) % paths_.size();
            return as_frame(cv::imread(path.string(), cv::IMREAD_COLOR), largest_);
        });
    }

    bool stillness_is_failure() const override { return false; }

private:
    std::vector<std::filesystem::path> paths_;
    std::size_t next_ = 0;
    Pacer pacer_;
    FrameSize largest_;
};

} // namespace

Result<std::unique_ptr<FrameSupply>> open_video_device(int index, FrameSize largest) {
    return guarded([&]() -> Result<std::unique_ptr<FrameSupply>> {
        cv::VideoCapture capture(index, cv::CAP_V4L2);
        if (!capture.isOpened()) {
            return fail(ErrorCode::CameraMissing,
                        "video device is missing, busy, or not open to this user");
        }
        capture.set(cv::CAP_PROP_FRAME_WIDTH, largest.width);
        capture.set(cv::CAP_PROP_FRAME_HEIGHT, largest.height);
        return std::make_unique<VideoDevice>(capture, largest);
    });
}

Result<std::unique_ptr<FrameSupply>> open_video_file(const std::filesystem::path& path,
                                                     FrameSize largest) {
    return guarded([&]() -> Result<std::unique_ptr<FrameSupply>> {
        // Anything but a file, such as a network address, would be opened too.
        std::error_code failed;
        const bool is_file = std::filesystem::is_regular_file(path, failed);
        cv::VideoCapture capture;
        if (!is_file || !capture.open(path.string(), cv::CAP_FFMPEG)) {
            return fail(ErrorCode::CameraMissing, "video file is missing or cannot be played");
        }
        const double rate = capture.get(cv::CAP_PROP_FPS);
        const bool plausible = rate >= 1.0 && rate <= 120.0; // NaN is not
        const auto interval =
            std::chrono::microseconds(static_cast<std::int64_t>(1e6 / (plausible ? rate : 25.0)));
        return std::make_unique<VideoFile>(capture, interval, largest);
    });
}

std::unique_ptr<FrameSupply> show_pictures(std::vector<std::filesystem::path> paths,
                                           std::chrono::microseconds interval, FrameSize largest) {
    return std::make_unique<PictureShow>(std::move(paths), interval, largest);
}

} // namespace madoguchi::drivers

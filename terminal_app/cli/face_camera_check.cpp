#include "drivers/camera/camera_source.hpp"
#include "terminal_app/cli/camera_check_report.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/face_actions.hpp"
#include "terminal_app/cli/stop_request.hpp"
#include "terminal_app/config/camera_gates.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <charconv>
#include <ctime>

namespace madoguchi::cli {

namespace {

using std::chrono_literals::operator""s;

constexpr auto open_time = 5s;
constexpr auto frame_time = 3s;

struct Look {
    face::CameraObservation seen;
    int width = 0;
    int height = 0;
};

constexpr std::size_t enough_pictures = 40;
constexpr auto longest_wait_for_them = 60s;

// As long as asked for and until there are enough pictures to say something, or until somebody
// stops it.
Result<Look> look_through(hal::Camera& camera, face::FaceDetector& detector, int seconds) {
    const StopRequest stop;
    const Deadline deadline = Deadline::after(std::chrono::seconds(seconds));
    const Deadline longest = Deadline::after(std::chrono::seconds(seconds) + longest_wait_for_them);
    Look look;
    const auto is_enough = [&] {
        return deadline.has_passed() &&
               (look.seen.frames() >= enough_pictures || longest.has_passed());
    };
    while (!is_enough() && !stop.received()) {
        const Frame frame = MADOGUCHI_TRY(camera.next_frame(Deadline::after(frame_time)));
        const MonotonicTime given_at = std::chrono::steady_clock::now();
        const auto picture = MADOGUCHI_TRY(face::ImageView::of(frame));
        look.seen.see(frame.sequence, frame.taken_at, given_at,
                      MADOGUCHI_TRY(face::measure_frame(detector, picture)));
        look.width = frame.width;
        look.height = frame.height;
    }
    return look;
}

// Contract: text is "WxH", as the command line checked.
drivers::FrameSize frame_size_of(const std::string& text) {
    drivers::FrameSize size;
    const char* const end = text.data() + text.size();
    const auto [cross, error] = std::from_chars(text.data(), end, size.width);
    std::from_chars(std::min(cross + 1, end), end, size.height);
    return size;
}

Result<CameraReport> check(const CameraCheckOptions& options) {
    const auto parts = MADOGUCHI_TRY(start_engine_parts(options.models));
    const auto source =
        MADOGUCHI_TRY(drivers::camera_source(options.camera, frame_size_of(options.frame)));
    const auto camera = MADOGUCHI_TRY(source->open(Deadline::after(open_time)));
    if (!options.json) {
        fmt::print(stderr, "Look into the camera for {} s, as a patient would.\n", options.seconds);
    }
    const Look look = MADOGUCHI_TRY(look_through(*camera, *parts.detector, options.seconds));
    CameraReport report;
    report.camera = options.camera;
    report.date = fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr)));
    report.width = look.width;
    report.height = look.height;
    report.frames = look.seen.frames();
    report.frames_with_face = look.seen.frames_with_face();
    report.repeated = look.seen.repeated();
    report.gates = face::derive_gates(look.seen);
    report.findings = look.seen.findings({});
    report.verdict = verdict_of(report.findings);
    return report;
}

Result<void> write_gates(const std::string& path, const CameraReport& report) {
    const auto& gates = MADOGUCHI_TRY(report.gates);
    return write_text(path, terminal::to_text(terminal::CameraGates{
                                {report.width, report.height}, report.date, gates.limits}));
}

Result<void> write_files(const CameraCheckOptions& options, const CameraReport& report) {
    if (!options.report.empty()) {
        MADOGUCHI_TRY(write_text(options.report, to_page(report)));
    }
    if (!options.write_gates.empty()) {
        MADOGUCHI_TRY(write_gates(options.write_gates, report));
    }
    return {};
}

} // namespace

int check_face_camera(const CameraCheckOptions& options) {
    const Result<CameraReport> report = check(options);
    if (!report) {
        return report_stop(report.error());
    }
    options.json ? print_json(to_json(*report)) : fmt::print("{}", to_text(*report));
    if (const auto written = write_files(options, *report); !written) {
        return report_stop(written.error());
    }
    return report->verdict == face::CameraVerdict::Bad ? exit_no : exit_yes;
}

} // namespace madoguchi::cli

// ./dev bench surface: frames that the simulator draws, read as at the reception. Prints times by
// stage, those to an accepted number, and whether the goals are met.
#include "bench/surface/surface_stages.hpp"
#include "hal/base/contract.hpp"
#include "hw-sim/surface/surface_scene.hpp"
#include "surface/reading/number_reader.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>
#include <sys/resource.h>

namespace {

using namespace madoguchi;
using nlohmann::json;

constexpr CivilDate today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(20)};
constexpr int frames_each = 3;
constexpr double frame_goal_ms = 400;
constexpr double number_goal_ms = 1500;

Frame frame_of(const cv::Mat& picture) {
    const auto format = picture.channels() == 1 ? PixelFormat::Grey8 : PixelFormat::Bgr8;
    const Bytes pixels(picture.data, picture.data + picture.total() * picture.elemSize());
    return {picture.cols, picture.rows, format, pixels, {}, 1};
}

std::vector<sim::SurfaceScene> draw_scenes(int count) {
    sim::RandomSource seeds(20261120);
    std::vector<sim::SurfaceScene> scenes;
    for (int drawn = 0; drawn < count; ++drawn) {
        sim::RandomSource random(seeds.seed());
        const auto front = sim::invent_front(MADOGUCHI_PERSONAS, today, random).value();
        scenes.push_back(
            sim::draw_scene(front, sim::SceneKind::Usual, frames_each, random).value());
    }
    return scenes;
}

struct Measured {
    std::vector<double> frame;
    std::vector<double> number; // from the first frame to the number, of those that were given
    bench::StageTimes stages;
};

void measure_visit(const sim::SurfaceScene& scene, surface::NumberReader& reader, Measured& times) {
    reader.forget();
    double visit = 0;
    for (const sim::SurfaceFrame& frame : scene.frames) {
        const Frame picture = frame_of(frame.picture);
        const double start = bench::now_ms();
        MADOGUCHI_ENSURES(reader.look_at(picture).has_value());
        const auto number = reader.take_number(today);
        times.frame.push_back(bench::now_ms() - start);
        visit += times.frame.back();
        if (number) {
            times.number.push_back(visit);
            return;
        }
    }
}

Measured measure(const std::vector<sim::SurfaceScene>& scenes) {
    auto reader = surface::NumberReader::create().value();
    auto text_reader = surface::TextReader::create().value();
    Measured times;
    for (const sim::SurfaceScene& scene : scenes) {
        measure_visit(scene, reader, times);
        cv::Mat grey;
        cv::cvtColor(scene.frames.front().picture, grey, cv::COLOR_BGR2GRAY);
        bench::measure_stages(frame_of(grey), text_reader, times.stages);
    }
    return times;
}

double at_share(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

json figures(const std::vector<double>& values) {
    return {{"count", values.size()},
            {"median_ms", at_share(values, 0.5)},
            {"p95_ms", at_share(values, 0.95)}};
}

double resident_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

json goal(const char* name, double value, double allowed) {
    return {{"goal", name}, {"value", value}, {"allowed", allowed}, {"met", value <= allowed}};
}

json report_of(const Measured& times, int scenes) {
    const double bare = at_share(times.stages.bare, 0.5);
    json report{{"scenes", scenes}, {"largest_resident_mib", resident_mib()}};
    report["times"] = {
        {"frame", figures(times.frame)},      {"number", figures(times.number)},
        {"find", figures(times.stages.find)}, {"rectify", figures(times.stages.rectify)},
        {"read", figures(times.stages.read)}, {"bare_tesseract", figures(times.stages.bare)}};
    report["read_over_bare_tesseract"] = bare > 0 ? at_share(times.stages.read, 0.5) / bare : 0;
    report["goals"] = {
        goal("a frame, 95th percentile, ms", at_share(times.frame, 0.95), frame_goal_ms),
        goal("to an accepted number, 95th percentile, ms", at_share(times.number, 0.95),
             number_goal_ms)};
    return report;
}

void print_report(const json& report) {
    fmt::print("{} scenes of up to {} frames\n{:16}{:>8}{:>12}{:>12}\n",
               report["scenes"].get<int>(), frames_each, "", "count", "median ms", "p95 ms");
    for (const auto& [name, row] : report["times"].items()) {
        fmt::print("{:16}{:>8}{:>12.1f}{:>12.1f}\n", name, row["count"].get<int>(),
                   row["median_ms"].get<double>(), row["p95_ms"].get<double>());
    }
    fmt::print("reading over one bare Tesseract run on the same lines: {:.2f}\n",
               report["read_over_bare_tesseract"].get<double>());
    fmt::print("largest resident set: {:.0f} MiB, the drawn frames included\n",
               report["largest_resident_mib"].get<double>());
    for (const json& goal : report["goals"]) {
        fmt::print("{}  {}: {:.0f} (at most {:.0f})\n", goal["met"] ? "met    " : "NOT MET",
                   goal["goal"].get<std::string>(), goal["value"].get<double>(),
                   goal["allowed"].get<double>());
    }
}

} // namespace

int main(int count, char** arguments) {
    CLI::App program("How long a frame takes to read, and a number to be accepted",
                     "bench surface");
    bool as_json = false;
    int scenes = 30;
    program.add_flag("--json", as_json, "one JSON object");
    program.add_option("--scenes", scenes, "how many to draw")->check(CLI::Range(1, 200));
    CLI11_PARSE(program, count, arguments);
    const json report = report_of(measure(draw_scenes(scenes)), scenes);
    if (as_json) {
        fmt::print("{}\n", report.dump(2));
    } else {
        print_report(report);
    }
}

#include "bench/surface/surface_stages.hpp"

#include "surface/geometry/card_finder.hpp"
#include "surface/layout/front_check.hpp"
#include "surface/reading/front_reader.hpp"
#include "surface/text/text_line.hpp"

#include <chrono>

namespace madoguchi::bench {

namespace {

// The lines as they are cut out for the first reading.
std::vector<cv::Mat> lines_of(const cv::Mat& card) {
    constexpr surface::LineForm form{false, 50, 1.12};
    std::vector<cv::Mat> lines;
    for (const surface::Field field : surface::all_fields) {
        if (const auto line = find_text_line(card, window_of(field), surface::cell_height)) {
            lines.push_back(cut_out_line(card, *line, form));
        }
    }
    return lines;
}

double bare_ms(const cv::Mat& card, surface::TextReader& reader) {
    const std::vector<cv::Mat> lines = lines_of(card);
    const double start = now_ms();
    for (const cv::Mat& line : lines) {
        static_cast<void>(reader.read_line(line, surface::Script::Japanese));
    }
    return now_ms() - start;
}

} // namespace

double now_ms() {
    using Milliseconds = std::chrono::duration<double, std::milli>;
    return Milliseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void measure_stages(const Frame& grey, surface::TextReader& reader, StageTimes& times) {
    // OpenCV has no read-only matrix. NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* const pixels = const_cast<std::uint8_t*>(grey.pixels.data());
    const cv::Mat picture(grey.height, grey.width, CV_8UC1, pixels);
    const double start = now_ms();
    const surface::FoundObjects found = surface::find_cards(picture);
    const double found_at = now_ms();
    times.find.push_back(found_at - start);
    if (found.cards.empty()) {
        return;
    }
    const cv::Mat card = surface::upright(surface::rectify(picture, found.cards.front().quad));
    const double rectified_at = now_ms();
    times.rectify.push_back(rectified_at - found_at);
    static_cast<void>(surface::FrontReader(card, reader).read());
    times.read.push_back(now_ms() - rectified_at);
    times.bare.push_back(bare_ms(card, reader));
}

} // namespace madoguchi::bench

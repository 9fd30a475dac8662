#include "surface/text/text_line.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace madoguchi::surface {

namespace {

int pixels(double millimetres) {
    return static_cast<int>(std::lround(millimetres * pixels_per_mm));
}

constexpr int room_around = 4; // pixels: a line's rectangle ends where its ink does

// How much darker each pixel is than its ground, 0 to 255.
cv::Mat ink_of(const cv::Mat& grey) {
    const int stroke_free = pixels(2.2) | 1; // wider than any stroke
    cv::Mat smooth;
    cv::Mat ink;
    cv::GaussianBlur(grey, smooth, {}, 1);
    cv::morphologyEx(smooth, ink, cv::MORPH_BLACKHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {stroke_free, stroke_free}));
    return ink;
}

bool touches_border(const cv::Rect& place, const cv::Size& window) {
    return place.x == 0 || place.y == 0 || place.br().x == window.width ||
           place.br().y == window.height;
}

// 1 where there is ink, faint print's thin strokes included. What reaches out of the window is not
// print of its line but a finger or the photo's frame, or a character cut off; what is nowhere
// darker than the pattern of the ground belongs to that.
cv::Mat ink_mask(const cv::Mat& ink) {
    constexpr double faintest = 28;
    cv::Mat mask;
    cv::Mat parts;
    cv::Mat boxes;
    cv::Mat centres;
    cv::threshold(ink, mask, 0, 1, cv::THRESH_BINARY | cv::THRESH_OTSU);
    const int count = cv::connectedComponentsWithStats(mask, parts, boxes, centres);
    for (int part = 1; part < count; ++part) {
        const cv::Rect place(
            boxes.at<int>(part, cv::CC_STAT_LEFT), boxes.at<int>(part, cv::CC_STAT_TOP),
            boxes.at<int>(part, cv::CC_STAT_WIDTH), boxes.at<int>(part, cv::CC_STAT_HEIGHT));
        const cv::Mat here = parts(place) == part;
        double darkest = 0;
        cv::minMaxLoc(ink(place), nullptr, &darkest, nullptr, nullptr, here);
        if (touches_border(place, ink.size()) || darkest <= faintest) {
            mask(place).setTo(0, here);
        }
    }
    return mask;
}

struct Band {
    int from;
    int to; // one past
    [[nodiscard]] int size() const { return to - from; }
};

// Runs of a sum that is not nothing; gaps up to the given size belong to the run.
std::vector<Band> bands(const cv::Mat& sums, int least, int gap) {
    std::vector<Band> found;
    for (int at = 0; at < static_cast<int>(sums.total()); ++at) {
        if (sums.at<int>(at) < least) {
            continue;
        }
        if (!found.empty() && at - found.back().to <= gap) {
            found.back().to = at + 1;
        } else {
            found.push_back({at, at + 1});
        }
    }
    return found;
}

std::optional<Band> row_of_text(const cv::Mat& mask, double cell_height) {
    const int least_ink = pixels(0.4);
    constexpr double least_height = 0.6; // digits in a sleeve; the small print below has less
    cv::Mat sums;
    cv::reduce(mask, sums, 1, cv::REDUCE_SUM, CV_32S);
    std::optional<Band> best;
    int most_ink = 0;
    for (const Band& band : bands(sums, least_ink, pixels(0.2))) {
        if (band.size() < pixels(least_height * cell_height) ||
            band.size() > pixels(1.4 * cell_height)) {
            continue;
        }
        const int ink = cv::countNonZero(mask.rowRange(band.from, band.to));
        if (ink > most_ink) {
            most_ink = ink;
            best = band;
        }
    }
    return best;
}

cv::Rect grown(const cv::Rect& rect, int by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

// The ink of a place, evened out by what is around it.
cv::Mat ink_at(const cv::Mat& card, const cv::Rect& place) {
    const int ground = pixels(2.5);
    const cv::Rect near = grown(place, ground) & cv::Rect({0, 0}, card.size());
    return ink_of(card(near))(place - near.tl());
}

cv::Mat sharpened(const cv::Mat& grey, double amount) {
    if (amount <= 0) {
        return grey.clone();
    }
    cv::Mat blurred;
    cv::Mat sharp;
    cv::GaussianBlur(grey, blurred, {}, 2);
    cv::addWeighted(grey, 1 + amount, blurred, -amount, 0, sharp);
    cv::GaussianBlur(sharp, sharp, {}, 0.8); // the noise that was sharpened too
    return sharp;
}

// The value that the given share of all does not exceed.
template <typename Value>
Value percentile(std::vector<Value> values, double share) {
    const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size()));
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return *(values.begin() + rank);
}

} // namespace

std::optional<cv::Rect> find_text_line(const cv::Mat& card, const Area& window,
                                       double cell_height) {
    const cv::Rect place = pixels_of(window);
    const cv::Mat mask = ink_mask(ink_of(card(place)));
    const auto row = row_of_text(mask, cell_height);
    if (!row) {
        return std::nullopt;
    }
    cv::Mat sums;
    cv::reduce(mask.rowRange(row->from, row->to), sums, 0, cv::REDUCE_SUM, CV_32S);
    const std::vector<Band> parts = bands(sums, 2, pixels(2 * cell_height));
    const auto widest = std::max_element(
        parts.begin(), parts.end(), [](Band one, Band other) { return one.size() < other.size(); });
    if (widest == parts.end()) {
        return std::nullopt;
    }
    return cv::Rect(place.x + widest->from, place.y + row->from, widest->size(), row->size());
}

cv::Mat cut_out_line(const cv::Mat& card, const cv::Rect& line, const LineForm& form) {
    constexpr int frame = 12;
    const int margin = pixels(0.35);
    const cv::Rect wanted = grown(line, margin) & cv::Rect({0, 0}, card.size());
    cv::Mat cut = form.ink_only ? cv::Mat(255 - ink_at(card, wanted))
                                : sharpened(card(wanted), form.sharpening);
    cv::normalize(cut, cut, 0, 255, cv::NORM_MINMAX);
    const double scale = form.height / line.height;
    cv::resize(cut, cut, {}, scale * form.stretch, scale,
               scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    cv::copyMakeBorder(cut, cut, frame, frame, frame, frame, cv::BORDER_REPLICATE);
    return cut;
}

LineInk line_ink(const cv::Mat& card, const cv::Rect& line) {
    constexpr double full_share = 0.93; // a few columns have a stroke from top to bottom
    const cv::Rect place = grown(line, room_around) & cv::Rect({0, 0}, card.size());
    cv::Mat sums;
    cv::reduce(ink_at(card, place), sums, 0, cv::REDUCE_SUM, CV_32F);
    std::vector<float> columns(sums.begin<float>(), sums.end<float>());
    const float full = percentile(columns, full_share) + 1;
    for (float& column : columns) {
        column /= full;
    }
    return {place, columns};
}

cv::Mat cut_out_cells(const cv::Mat& card, const cv::Rect& place, std::span<const cv::Range> cells,
                      double height) {
    constexpr int gap = 4;
    constexpr int frame = 12;
    constexpr double paper_share = 0.8;
    cv::Mat line;
    cv::normalize(card(place), line, 0, 255, cv::NORM_MINMAX);
    const cv::Scalar paper =
        percentile(std::vector<std::uint8_t>(line.begin<std::uint8_t>(), line.end<std::uint8_t>()),
                   paper_share);
    const cv::Mat between(line.rows, gap, CV_8UC1, paper);
    std::vector<cv::Mat> parts{between};
    for (const cv::Range& cell : cells) {
        parts.push_back(line.colRange(cell));
        parts.push_back(between);
    }
    cv::Mat cut;
    cv::hconcat(parts, cut);
    const double scale = height / (line.rows - 2 * room_around);
    cv::resize(cut, cut, {}, scale, scale, cv::INTER_CUBIC);
    cv::copyMakeBorder(cut, cut, frame, frame, frame, frame, cv::BORDER_CONSTANT, paper);
    return cut;
}

} // namespace madoguchi::surface

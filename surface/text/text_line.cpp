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

// 1 where there is ink. Nothing counts that is fainter than the pattern of the ground.
cv::Mat ink_mask(const cv::Mat& ink) {
    constexpr double faintest = 28;
    cv::Mat mask;
    const double otsu = cv::threshold(ink, mask, 0, 1, cv::THRESH_BINARY | cv::THRESH_OTSU);
    if (otsu < faintest) {
        cv::threshold(ink, mask, faintest, 1, cv::THRESH_BINARY);
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
    cv::Mat sums;
    cv::reduce(mask, sums, 1, cv::REDUCE_SUM, CV_32S);
    std::optional<Band> best;
    int most_ink = 0;
    for (const Band& band : bands(sums, least_ink, pixels(0.2))) {
        const bool is_cut = band.from == 0 || band.to == mask.rows;
        if (is_cut || band.size() < pixels(0.5 * cell_height) ||
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
    const int ground = pixels(2.5); // what ink_of needs around the line
    const cv::Rect whole({0, 0}, card.size());
    const cv::Rect near = grown(line, ground) & whole;
    const cv::Rect wanted = (grown(line, margin) & whole) - near.tl();
    cv::Mat cut =
        form.ink_only ? cv::Mat(255 - ink_of(card(near))(wanted)) : card(near)(wanted).clone();
    cv::normalize(cut, cut, 0, 255, cv::NORM_MINMAX);
    const double scale = form.height / line.height;
    cv::resize(cut, cut, {}, scale * form.stretch, scale,
               scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    cv::copyMakeBorder(cut, cut, frame, frame, frame, frame, cv::BORDER_REPLICATE);
    return cut;
}

} // namespace madoguchi::surface

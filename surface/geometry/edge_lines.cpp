#include "surface/geometry/edge_lines.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace madoguchi::surface {

namespace {

struct MeasuredLine {
    Line line;
    double seen; // pixels
};

bool is_almost(const Line& one, const Line& other) {
    constexpr float apart = 5;            // pixels
    constexpr float same_angle = 0.9986F; // cosine of three degrees
    const cv::Point2f away = other.point - one.point;
    const float distance = std::abs(away.x * one.direction.y - away.y * one.direction.x);
    return distance < apart && std::abs(one.direction.dot(other.direction)) > same_angle;
}

// Pieces of one line count together.
void add(std::vector<MeasuredLine>& lines, const MeasuredLine& piece) {
    for (MeasuredLine& known : lines) {
        if (is_almost(known.line, piece.line)) {
            known.seen += piece.seen;
            return;
        }
    }
    lines.push_back(piece);
}

MeasuredLine measured(const cv::Vec4i& piece) {
    const cv::Point2f from(static_cast<float>(piece[0]), static_cast<float>(piece[1]));
    const cv::Point2f to(static_cast<float>(piece[2]), static_cast<float>(piece[3]));
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    return {{(from + to) / 2, (to - from) / length}, static_cast<double>(length)};
}

bool is_longer(const MeasuredLine& one, const MeasuredLine& other) {
    return one.seen > other.seen;
}

} // namespace

cv::Mat find_edges(const cv::Mat& grey) {
    constexpr double weak = 25;
    constexpr double strong = 70;
    cv::Mat smooth;
    cv::Mat edges;
    cv::GaussianBlur(grey, smooth, {}, 1.2);
    cv::Canny(smooth, edges, weak, strong);
    return edges;
}

std::vector<Line> find_lines(const cv::Mat& edges, std::size_t most) {
    constexpr int votes = 40;
    const double shortest = edges.cols / 20.0;
    constexpr double widest_gap = 6;
    std::vector<cv::Vec4i> pieces;
    cv::HoughLinesP(edges, pieces, 1, CV_PI / 360, votes, shortest, widest_gap);
    std::vector<MeasuredLine> longest_first;
    for (const cv::Vec4i& piece : pieces) {
        longest_first.push_back(measured(piece));
    }
    std::sort(longest_first.begin(), longest_first.end(), is_longer);
    std::vector<MeasuredLine> lines;
    for (const MeasuredLine& piece : longest_first) {
        add(lines, piece);
    }
    std::sort(lines.begin(), lines.end(), is_longer);
    std::vector<Line> kept;
    for (std::size_t place = 0; place < std::min(most, lines.size()); ++place) {
        kept.push_back(lines[place].line);
    }
    return kept;
}

} // namespace madoguchi::surface

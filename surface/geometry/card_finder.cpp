#include "surface/geometry/card_finder.hpp"

#include "surface/geometry/edge_lines.hpp"
#include "surface/geometry/outline.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace madoguchi::surface {

namespace {

constexpr int search_width = 800; // pixels: enough for edges, a quarter of the work
constexpr std::size_t most_lines = 28;
constexpr double least_support = 0.55;
constexpr double least_share = 1.0 / 12; // of the frame
// ID-1 is 1.586; tilted by 20 degrees and seen in perspective it keeps within these.
constexpr double narrowest = 1.38;
constexpr double widest = 1.80;

struct Pair {
    Line one;
    Line other;
};

bool are_opposite_sides(const Line& one, const Line& other) {
    constexpr float least_cosine = 0.93F; // about 21 degrees
    const cv::Point2f away = other.point - one.point;
    const float apart = std::abs(away.x * one.direction.y - away.y * one.direction.x);
    return std::abs(one.direction.dot(other.direction)) > least_cosine &&
           apart > search_width / 8.0F;
}

std::vector<Pair> opposite_sides(const std::vector<Line>& lines) {
    std::vector<Pair> pairs;
    for (std::size_t one = 0; one < lines.size(); ++one) {
        for (std::size_t other = one + 1; other < lines.size(); ++other) {
            if (are_opposite_sides(lines[one], lines[other])) {
                pairs.push_back({lines[one], lines[other]});
            }
        }
    }
    return pairs;
}

std::optional<Quad> quad_of(const Pair& along, const Pair& across) {
    constexpr float most_cosine = 0.5F; // corners from 60 to 120 degrees
    if (std::abs(along.one.direction.dot(across.one.direction)) > most_cosine) {
        return std::nullopt;
    }
    const auto a = intersection(along.one, across.one);
    const auto b = intersection(along.one, across.other);
    const auto c = intersection(along.other, across.other);
    const auto d = intersection(along.other, across.one);
    if (!a || !b || !c || !d) {
        return std::nullopt;
    }
    return ordered({*a, *b, *c, *d});
}

bool is_inside(const Quad& quad, cv::Size size) {
    constexpr float beyond = 4; // pixels: an edge may be fitted a little outside
    return std::all_of(quad.begin(), quad.end(), [size](cv::Point2f corner) {
        return corner.x > -beyond && corner.y > -beyond &&
               corner.x < static_cast<float>(size.width) + beyond &&
               corner.y < static_cast<float>(size.height) + beyond;
    });
}

bool has_card_proportions(const Quad& quad) {
    const double sides = proportion(quad);
    return sides > narrowest && sides < widest;
}

std::vector<FoundObject> supported_quads(const cv::Mat& edges) {
    const std::vector<Pair> pairs = opposite_sides(find_lines(edges, most_lines));
    const EdgeSupport support(edges);
    const double least_area = least_share * static_cast<double>(edges.total());
    std::vector<FoundObject> found;
    for (std::size_t along = 0; along < pairs.size(); ++along) {
        for (std::size_t across = along + 1; across < pairs.size(); ++across) {
            const auto quad = quad_of(pairs[along], pairs[across]);
            if (!quad || !is_inside(*quad, edges.size()) || area(*quad) < least_area) {
                continue;
            }
            if (const double share = support.along(*quad); share >= least_support) {
                found.push_back({*quad, share});
            }
        }
    }
    return found;
}

// The larger of two that are seen equally well: inner frames repeat a card's shape, and text makes
// lines too.
double merit(const FoundObject& object, double frame_area) {
    return object.support + 0.5 * std::sqrt(area(object.quad) / frame_area);
}

} // namespace

FoundObjects find_cards(const cv::Mat& grey) {
    constexpr double distinct = 8; // pixels between the corners of different finds
    constexpr std::size_t most_cards = 2;
    const double scale = static_cast<double>(search_width) / grey.cols;
    cv::Mat small;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    const cv::Mat edges = find_edges(small);
    std::vector<FoundObject> found = supported_quads(edges);
    const auto frame_area = static_cast<double>(small.total());
    std::sort(found.begin(), found.end(), [&](const FoundObject& one, const FoundObject& other) {
        return merit(one, frame_area) > merit(other, frame_area);
    });
    FoundObjects objects;
    for (FoundObject& object : found) {
        if (!has_card_proportions(object.quad)) {
            objects.has_other_shape = true;
            continue;
        }
        const bool is_known =
            std::any_of(objects.cards.begin(), objects.cards.end(), [&](const FoundObject& known) {
                return distance(known.quad, object.quad) < distinct;
            });
        if (!is_known && objects.cards.size() < most_cards) {
            objects.cards.push_back(object);
        }
    }
    for (FoundObject& card : objects.cards) {
        for (cv::Point2f& corner : card.quad) {
            corner *= 1 / scale;
        }
        card.quad = refined(card.quad, grey);
    }
    return objects;
}

} // namespace madoguchi::surface

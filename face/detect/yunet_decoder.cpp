#include "face/detect/yunet_decoder.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::face {

namespace {

constexpr std::size_t box_values = 4;
constexpr std::size_t landmark_values = 10;

bool fits(const YunetScale& scale) {
    if (scale.stride <= 0 || scale.columns < 0 || scale.rows < 0) {
        return false;
    }
    const std::size_t cells =
        static_cast<std::size_t>(scale.columns) * static_cast<std::size_t>(scale.rows);
    return scale.classification.size() == cells && scale.objectness.size() == cells &&
           scale.box.size() == cells * box_values &&
           scale.landmarks.size() == cells * landmark_values;
}

bool is_finite(const DetectedFace& face) {
    const auto finite = [](float value) { return std::isfinite(value); };
    return finite(face.box.left) && finite(face.box.top) && finite(face.box.width) &&
           finite(face.box.height) && finite(face.score) &&
           std::all_of(face.landmarks.begin(), face.landmarks.end(),
                       [&](const Point& point) { return finite(point.x) && finite(point.y); });
}

float score_of(const YunetScale& scale, std::size_t cell) {
    return std::sqrt(std::clamp(scale.classification[cell], 0.0F, 1.0F) *
                     std::clamp(scale.objectness[cell], 0.0F, 1.0F));
}

DetectedFace decode_cell(const YunetScale& scale, std::size_t cell) {
    const auto stride = static_cast<float>(scale.stride);
    const auto columns = static_cast<std::size_t>(scale.columns);
    const std::size_t row_index = cell / columns;
    const auto column = static_cast<float>(cell % columns);
    const auto row = static_cast<float>(row_index);
    const auto box = scale.box.subspan(cell * box_values, box_values);
    const auto points = scale.landmarks.subspan(cell * landmark_values, landmark_values);

    DetectedFace face;
    face.score = score_of(scale, cell);
    face.box.width = std::exp(box[2]) * stride;
    face.box.height = std::exp(box[3]) * stride;
    face.box.left = (column + box[0]) * stride - face.box.width / 2;
    face.box.top = (row + box[1]) * stride - face.box.height / 2;
    for (std::size_t i = 0; i < face.landmarks.size(); ++i) {
        face.landmarks[i] = {(column + points[2 * i]) * stride, (row + points[2 * i + 1]) * stride};
    }
    return face;
}

void append_faces(std::vector<DetectedFace>& faces, const YunetScale& scale, float least_score) {
    for (std::size_t cell = 0; cell < scale.classification.size(); ++cell) {
        if (!(score_of(scale, cell) >= least_score)) { // so that NaN is left out too
            continue;
        }
        const DetectedFace face = decode_cell(scale, cell);
        if (is_finite(face)) {
            faces.push_back(face);
        }
    }
}

std::vector<DetectedFace> without_overlaps(const std::vector<DetectedFace>& best_first,
                                           float most_overlap) {
    std::vector<DetectedFace> kept;
    for (const DetectedFace& face : best_first) {
        const bool overlaps =
            std::any_of(kept.begin(), kept.end(), [&](const DetectedFace& better) {
                return intersection_over_union(face.box, better.box) > most_overlap;
            });
        if (!overlaps) {
            kept.push_back(face);
        }
    }
    return kept;
}

} // namespace

float intersection_over_union(const FaceBox& first, const FaceBox& second) {
    const float width = std::min(first.left + first.width, second.left + second.width) -
                        std::max(first.left, second.left);
    const float height = std::min(first.top + first.height, second.top + second.height) -
                         std::max(first.top, second.top);
    if (!(width > 0) || !(height > 0)) {
        return 0;
    }
    const float both = width * height;
    return both / (first.width * first.height + second.width * second.height - both);
}

Result<std::vector<DetectedFace>> decode_yunet(std::span<const YunetScale> scales,
                                               const YunetLimits& limits) {
    std::vector<DetectedFace> faces;
    for (const YunetScale& scale : scales) {
        if (!fits(scale)) {
            return fail(ErrorCode::ModelFailed, "face detector gave outputs of a wrong size");
        }
        append_faces(faces, scale, limits.score);
    }
    std::stable_sort(faces.begin(), faces.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    faces.resize(std::min(faces.size(), limits.faces));
    return without_overlaps(faces, limits.overlap);
}

} // namespace madoguchi::face

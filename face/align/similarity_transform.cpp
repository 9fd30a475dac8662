#include "face/align/similarity_transform.hpp"

#include <cmath>

namespace madoguchi::face {

namespace {

struct Centre {
    double x = 0;
    double y = 0;
};

Centre centre_of(const FiveLandmarks& points) {
    Centre centre;
    for (const Point& point : points) {
        centre.x += static_cast<double>(point.x) / static_cast<double>(points.size());
        centre.y += static_cast<double>(point.y) / static_cast<double>(points.size());
    }
    return centre;
}

} // namespace

Point SimilarityTransform::operator()(const Point& point) const {
    const double x = point.x;
    const double y = point.y;
    return {static_cast<float>(a * x - b * y + shift_x),
            static_cast<float>(b * x + a * y + shift_y)};
}

Result<SimilarityTransform> fit_similarity(const FiveLandmarks& from, const FiveLandmarks& onto) {
    const Centre source = centre_of(from);
    const Centre target = centre_of(onto);
    double spread = 0;
    double along = 0;
    double across = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const double x = from[i].x - source.x;
        const double y = from[i].y - source.y;
        const double u = onto[i].x - target.x;
        const double v = onto[i].y - target.y;
        spread += x * x + y * y;
        along += x * u + y * v;
        across += x * v - y * u;
    }
    constexpr double least_spread = 1.0; // square pixels
    if (!(spread > least_spread) || !std::isfinite(spread) || !std::isfinite(along) ||
        !std::isfinite(across)) {
        return fail(ErrorCode::FaceNotFound, "face landmarks lie on one spot");
    }
    SimilarityTransform transform;
    transform.a = along / spread;
    transform.b = across / spread;
    transform.shift_x = target.x - transform.a * source.x + transform.b * source.y;
    transform.shift_y = target.y - transform.b * source.x - transform.a * source.y;
    return transform;
}

} // namespace madoguchi::face

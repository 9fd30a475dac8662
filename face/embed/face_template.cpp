#include "face/embed/face_template.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace madoguchi::face {

namespace {

std::span<float> as_floats(SecretBytes& storage) {
    // The storage has pages of its own, so it is aligned for any type.
    return {reinterpret_cast<float*>(storage.reveal_for_writing().data()),
            storage.size() / sizeof(float)};
}

SecretBytes room_for(std::size_t values) {
    return SecretBytes(values * sizeof(float));
}

constexpr std::size_t values_of(EngineKind engine) noexcept {
    return engine == EngineKind::Dlib ? dlib_template_values : opencv_template_values;
}

double length_of(std::span<const float> values) {
    return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0,
                                        std::plus<>(), [](double a, double b) { return a * b; }));
}

double distance_of(std::span<const float> first, std::span<const float> second) {
    return std::sqrt(std::inner_product(first.begin(), first.end(), second.begin(), 0.0,
                                        std::plus<>(),
                                        [](double a, double b) { return (a - b) * (a - b); }));
}

} // namespace

Result<FaceTemplate> FaceTemplate::from_values(EngineKind engine, std::span<const float> values) {
    if (values.size() != values_of(engine)) {
        return fail(ErrorCode::ModelFailed, "face template has another size than its engine's");
    }
    const double length = length_of(values);
    constexpr double least_length = 1e-6;
    const bool has_direction = length > least_length;
    if (!std::isfinite(length) || (engine == EngineKind::OpenCv && !has_direction)) {
        return fail(ErrorCode::ModelFailed, "face template has no direction"); // or is no number
    }
    const double scale = engine == EngineKind::OpenCv ? length : 1.0;
    SecretBytes storage = room_for(values.size());
    std::ranges::transform(values, as_floats(storage).begin(),
                           [scale](float value) { return static_cast<float>(value / scale); });
    return FaceTemplate(engine, std::move(storage));
}

std::span<const float> FaceTemplate::values() const noexcept {
    return {reinterpret_cast<const float*>(storage_.reveal().data()), values_of(engine_)};
}

FaceTemplate FaceTemplate::copy() const {
    return {engine_, SecretBytes(storage_.reveal())};
}

float score_of(const FaceTemplate& first, const FaceTemplate& second) {
    MADOGUCHI_EXPECTS(first.engine() == second.engine());
    const auto a = first.values();
    const auto b = second.values();
    const double score = first.engine() == EngineKind::Dlib
                             ? 1.0 - distance_of(a, b)
                             : std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    return static_cast<float>(std::clamp(score, -1.0, 1.0));
}

Result<FaceTemplate> centred(const FaceTemplate& face, const MeanVector& mean) {
    MADOGUCHI_EXPECTS(face.engine() == EngineKind::OpenCv);
    SecretBytes storage = room_for(mean.size());
    const auto difference = as_floats(storage);
    const auto values = face.values();
    std::transform(values.begin(), values.end(), mean.begin(), difference.begin(), std::minus<>());
    return FaceTemplate::from_values(face.engine(), difference);
}

Result<FaceTemplate> mean_of(std::span<const FaceTemplate> faces) {
    std::vector<const FaceTemplate*> all(faces.size());
    std::ranges::transform(faces, all.begin(), [](const FaceTemplate& face) { return &face; });
    return mean_of(all);
}

Result<FaceTemplate> mean_of(std::span<const FaceTemplate* const> faces) {
    MADOGUCHI_EXPECTS(!faces.empty());
    const EngineKind engine = faces.front()->engine();
    SecretBytes storage = room_for(values_of(engine));
    const auto mean = as_floats(storage);
    for (const FaceTemplate* face : faces) {
        MADOGUCHI_EXPECTS(face->engine() == engine);
        const auto values = face->values();
        std::transform(values.begin(), values.end(), mean.begin(), mean.begin(), std::plus<>());
    }
    if (engine == EngineKind::Dlib) { // a direction has no length to set right
        for (float& value : mean) {
            value /= static_cast<float>(faces.size());
        }
    }
    return FaceTemplate::from_values(engine, mean);
}

} // namespace madoguchi::face

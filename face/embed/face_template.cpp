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
    return {reinterpret_cast<float*>(storage.reveal_for_writing().data()), template_values};
}

} // namespace

Result<FaceTemplate> FaceTemplate::from_values(std::span<const float> values) {
    if (values.size() != template_values) {
        return fail(ErrorCode::ModelFailed, "face template has not 256 values");
    }
    const double square =
        std::inner_product(values.begin(), values.end(), values.begin(), 0.0, std::plus<>(),
                           [](double a, double b) { return a * b; });
    const double length = std::sqrt(square);
    constexpr double least_length = 1e-6;
    if (!std::isfinite(length) || !(length > least_length)) { // NaN and infinity spread to the sum
        return fail(ErrorCode::ModelFailed, "face template has no direction");
    }
    FaceTemplate face;
    std::transform(values.begin(), values.end(), as_floats(face.storage_).begin(),
                   [length](float value) { return static_cast<float>(value / length); });
    return face;
}

std::span<const float> FaceTemplate::values() const noexcept {
    return {reinterpret_cast<const float*>(storage_.reveal().data()), template_values};
}

float cosine(const FaceTemplate& first, const FaceTemplate& second) {
    const auto a = first.values();
    const auto b = second.values();
    const double product = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    return static_cast<float>(std::clamp(product, -1.0, 1.0));
}

Result<FaceTemplate> centred(const FaceTemplate& face, const MeanVector& mean) {
    SecretBytes storage(template_values * sizeof(float));
    const auto difference = as_floats(storage);
    const auto values = face.values();
    std::transform(values.begin(), values.end(), mean.begin(), difference.begin(), std::minus<>());
    return FaceTemplate::from_values(difference);
}

Result<FaceTemplate> mean_of(std::span<const FaceTemplate> faces) {
    std::vector<const FaceTemplate*> all(faces.size());
    std::ranges::transform(faces, all.begin(), [](const FaceTemplate& face) { return &face; });
    return mean_of(all);
}

Result<FaceTemplate> mean_of(std::span<const FaceTemplate* const> faces) {
    MADOGUCHI_EXPECTS(!faces.empty());
    SecretBytes storage(template_values * sizeof(float));
    const auto sum = as_floats(storage);
    for (const FaceTemplate* face : faces) {
        const auto values = face->values();
        std::transform(values.begin(), values.end(), sum.begin(), sum.begin(), std::plus<>());
    }
    return FaceTemplate::from_values(sum);
}

} // namespace madoguchi::face

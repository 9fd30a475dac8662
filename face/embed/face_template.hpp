// A face as numbers. It is personal data: kept in wiped memory, never written, never printed.
#pragma once

#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <array>
#include <span>

namespace madoguchi::face {

inline constexpr std::size_t template_values = 256;

using MeanVector = std::array<float, template_values>;

// A direction in 256 dimensions: finite and of length one by construction. Move-only, wiped.
class FaceTemplate {
public:
    // Scales values to length one. The values stay the caller's to wipe.
    // Errors: ModelFailed when they are not 256, not all finite, or have no direction.
    [[nodiscard]] static Result<FaceTemplate> from_values(std::span<const float> values);

    [[nodiscard]] std::span<const float> values() const noexcept;

private:
    FaceTemplate() : storage_(template_values * sizeof(float)) {}

    SecretBytes storage_;
};

// The cosine of the angle between two faces: -1 to 1, always finite. More is more alike.
[[nodiscard]] float cosine(const FaceTemplate& first, const FaceTemplate& second);

// The direction without what all faces of a group share: subtract the mean, scale to length one.
// Errors: ModelFailed when nothing is left.
[[nodiscard]] Result<FaceTemplate> centred(const FaceTemplate& face, const MeanVector& mean);

// The mean direction. Contract: at least one face.
// Errors: ModelFailed when the faces cancel each other out.
[[nodiscard]] Result<FaceTemplate> mean_of(std::span<const FaceTemplate> faces);
[[nodiscard]] Result<FaceTemplate> mean_of(std::span<const FaceTemplate* const> faces);

} // namespace madoguchi::face

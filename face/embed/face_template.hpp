// A face as numbers. It is personal data: kept in wiped memory, never written, never printed.
#pragma once

#include "face/embed/engine_kind.hpp"
#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <array>
#include <span>

namespace madoguchi::face {

inline constexpr std::size_t opencv_template_values = 256;
inline constexpr std::size_t dlib_template_values = 128;

using MeanVector = std::array<float, opencv_template_values>;

// What an embedder gives, finite by construction: OpenCv a direction of length one, Dlib a point
// whose distance from another means something, and whose length does not. Move-only, wiped.
class FaceTemplate {
public:
    // The values, and those of OpenCv scaled to length one, stay the caller's to wipe.
    // Errors: ModelFailed when they are not as many as the engine's, not all finite, or have no
    // direction (OpenCv).
    [[nodiscard]] static Result<FaceTemplate> from_values(EngineKind engine,
                                                          std::span<const float> values);

    [[nodiscard]] EngineKind engine() const noexcept { return engine_; }
    [[nodiscard]] std::span<const float> values() const noexcept;
    [[nodiscard]] FaceTemplate copy() const;

private:
    FaceTemplate(EngineKind engine, SecretBytes&& storage)
        : engine_(engine), storage_(std::move(storage)) {}

    EngineKind engine_;
    SecretBytes storage_;
};

// How alike two faces are, from -1 to 1, always finite; more is more alike. OpenCv: the cosine of
// the angle between them. Dlib: one less their distance, so that the distance of 0.6 that dlib's
// documentation names is a score of 0.4. Contract: both are of one engine.
[[nodiscard]] float score_of(const FaceTemplate& first, const FaceTemplate& second);

// The direction without what all faces of a group share: subtract the mean, scale to length one.
// Contract: of OpenCv. Errors: ModelFailed when nothing is left.
[[nodiscard]] Result<FaceTemplate> centred(const FaceTemplate& face, const MeanVector& mean);

// The mean direction, or point. Contract: at least one face, and all of one engine.
// Errors: ModelFailed when the directions cancel each other out.
[[nodiscard]] Result<FaceTemplate> mean_of(std::span<const FaceTemplate> faces);
[[nodiscard]] Result<FaceTemplate> mean_of(std::span<const FaceTemplate* const> faces);

} // namespace madoguchi::face

// The trained networks, taken only when every byte is the one that was measured.
#pragma once

#include "face/embed/face_template.hpp"

#include <filesystem>

namespace madoguchi::face {

// Whose faces are compared. What all faces of a population share says nothing about one of them and
// is taken out before comparing; thresholds hold only for the right population. Each mean vector is
// an aggregate (256 little-endian floats, the mean of normalised 0095 embeddings).
enum class Population : std::uint8_t {
    EastAsian, // real people: public figures of East Asian nationality in LFW; for clinics in Japan
    Rendered,  // the invented people of hw-sim/personas: demonstrations and tests only
};

class ModelSet {
public:
    // Reads the files of manifest.def from a folder that the caller found (./dev models fills one).
    // Errors: ModelMissing, ModelAltered; the text names the file and the remedy.
    [[nodiscard]] static Result<ModelSet> load(const std::filesystem::path& folder);

    [[nodiscard]] ByteView detector() const noexcept { return detector_; } // YuNet, ONNX
    [[nodiscard]] ByteView embedder() const noexcept { return embedder_; } // 0095, ONNX
    [[nodiscard]] ByteView landmark_refiner() const noexcept {
        return landmark_refiner_; // 0009, ONNX
    }
    // MiniFASNet, ONNX: V2 sees a face at 2.7 times its box, V1SE at 4 times.
    [[nodiscard]] ByteView liveness_near() const noexcept { return liveness_near_; }
    [[nodiscard]] ByteView liveness_wide() const noexcept { return liveness_wide_; }
    [[nodiscard]] const MeanVector& mean_of(Population population) const noexcept {
        return population == Population::Rendered ? mean_of_rendered_ : mean_of_east_asian_;
    }

private:
    ModelSet() = default;

    Bytes detector_;
    Bytes embedder_;
    Bytes landmark_refiner_;
    Bytes liveness_near_;
    Bytes liveness_wide_;
    MeanVector mean_of_east_asian_{};
    MeanVector mean_of_rendered_{};
};

} // namespace madoguchi::face

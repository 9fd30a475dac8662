// The trained networks, taken only when every byte is the one that was measured.
#pragma once

#include "face/embed/face_template.hpp"

#include <filesystem>

namespace madoguchi::face {

class ModelSet {
public:
    // Reads the files of manifest.def from a folder that the caller found (./dev models fills one).
    // Errors: ModelMissing, ModelAltered; the text names the file and the remedy.
    [[nodiscard]] static Result<ModelSet> load(const std::filesystem::path& folder);

    [[nodiscard]] ByteView detector() const noexcept { return detector_; } // YuNet, ONNX
    [[nodiscard]] ByteView embedder() const noexcept { return embedder_; } // 0095, ONNX
    [[nodiscard]] const MeanVector& embedding_mean() const noexcept { return embedding_mean_; }

private:
    ModelSet() = default;

    Bytes detector_;
    Bytes embedder_;
    MeanVector embedding_mean_{};
};

} // namespace madoguchi::face

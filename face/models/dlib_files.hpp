// The two files of dlib that an operator may provide. The project knows no hash of theirs for
// certain, so the operator states it.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <filesystem>
#include <string>

namespace madoguchi::face {

struct PinnedFile {
    std::filesystem::path path;
    std::string sha256; // lower-case hexadecimal
};

struct DlibFiles {
    PinnedFile shape;   // shape_predictor_5_face_landmarks.dat, unpacked; at most 16 MiB
    PinnedFile network; // dlib_face_recognition_resnet_model_v1.dat, unpacked; at most 32 MiB
};

struct DlibModels {
    Bytes shape;
    Bytes network;
};

// Nothing of a file is looked into before its hash is right.
// Errors: ConfigInvalid (no hash, or none that can be), ModelMissing, ModelAltered; the text names
// the file and the remedy.
[[nodiscard]] Result<DlibModels> load_dlib_models(const DlibFiles& files);

} // namespace madoguchi::face

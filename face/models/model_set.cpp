#include "face/models/model_set.hpp"

#include "face/models/pinned_file.hpp"

#include <bit>
#include <cstring>

namespace madoguchi::face {

namespace {

struct ModelFile {
    std::string_view name;
    std::size_t size;
    std::string_view sha256; // lower-case hexadecimal
    StaticText missing;
    StaticText altered;
};

#define MODEL(purpose, name, size, sha256)                                                         \
    constexpr ModelFile file_of_##purpose{                                                         \
        name, size, sha256, "face model " name " is missing; fetch it with ./dev models",          \
        "face model " name " is not the pinned file; fetch it again with ./dev models"};
#include "face/models/manifest.def"
#undef MODEL

Result<Bytes> read_pinned(const std::filesystem::path& folder, const ModelFile& file) {
    auto content = read_at_most(folder / file.name, file.size);
    if (!content) {
        return fail(ErrorCode::ModelMissing, file.missing);
    }
    if (content->size() != file.size || !has_sha256(*content, file.sha256)) {
        return fail(ErrorCode::ModelAltered, file.altered);
    }
    return std::move(*content);
}

MeanVector as_mean_vector(ByteView content) {
    static_assert(std::endian::native == std::endian::little,
                  "the file holds little-endian floats");
    MeanVector mean{};
    std::memcpy(mean.data(), content.data(), sizeof(mean));
    return mean;
}

} // namespace

Result<ModelSet> ModelSet::load(const std::filesystem::path& folder) {
    ModelSet models;
    models.detector_ = MADOGUCHI_TRY(read_pinned(folder, file_of_Detector));
    models.embedder_ = MADOGUCHI_TRY(read_pinned(folder, file_of_Embedder));
    models.landmark_refiner_ = MADOGUCHI_TRY(read_pinned(folder, file_of_LandmarkRefiner));
    models.liveness_near_ = MADOGUCHI_TRY(read_pinned(folder, file_of_LivenessNear));
    models.liveness_wide_ = MADOGUCHI_TRY(read_pinned(folder, file_of_LivenessWide));
    models.mean_of_east_asian_ =
        as_mean_vector(MADOGUCHI_TRY(read_pinned(folder, file_of_MeanOfEastAsianFaces)));
    models.mean_of_rendered_ =
        as_mean_vector(MADOGUCHI_TRY(read_pinned(folder, file_of_MeanOfRenderedFaces)));
    return models;
}

} // namespace madoguchi::face

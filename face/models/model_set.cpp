#include "face/models/model_set.hpp"

#include <openssl/evp.h>

#include <bit>
#include <cstring>
#include <fstream>

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

bool has_sha256(ByteView content, std::string_view expected) {
    Bytes digest(EVP_MAX_MD_SIZE);
    unsigned int length = 0;
    if (EVP_Digest(content.data(), content.size(), digest.data(), &length, EVP_sha256(), nullptr) !=
        1) {
        return false;
    }
    digest.resize(length);
    std::string actual = to_hex(digest);
    for (char& digit : actual) {
        digit = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
    }
    return actual == expected;
}

Result<Bytes> read_pinned(const std::filesystem::path& folder, const ModelFile& file) {
    std::ifstream stream(folder / file.name, std::ios::binary);
    if (!stream) {
        return fail(ErrorCode::ModelMissing, file.missing);
    }
    Bytes content(file.size + 1); // one more, to notice a longer file without reading all of it
    stream.read(reinterpret_cast<char*>(content.data()),
                static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (content.size() != file.size || !has_sha256(content, file.sha256)) {
        return fail(ErrorCode::ModelAltered, file.altered);
    }
    return content;
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

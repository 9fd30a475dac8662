#include "face/models/dlib_files.hpp"

#include "face/models/pinned_file.hpp"

namespace madoguchi::face {

namespace {

struct Role {
    std::size_t most_bytes;
    StaticText unpinned;
    StaticText missing;
    StaticText altered;
};

// name: as the key of the settings and the option of the command line end.
#define ROLE(name, most_bytes)                                                                     \
    Role {                                                                                         \
        most_bytes,                                                                                \
            "dlib's " name                                                                         \
            " file has no SHA-256 of 64 lower-case digits beside it; state the one "               \
            "that you checked",                                                                    \
            "dlib's " name " file cannot be opened; check its path",                               \
            "dlib's " name " file is not the pinned one; get it again, or state its SHA-256 if "   \
            "you changed it"                                                                       \
    }

constexpr std::size_t mebibyte = 1U << 20U;
constexpr Role shape_role = ROLE("shape", 16 * mebibyte);
constexpr Role network_role = ROLE("network", 32 * mebibyte);
#undef ROLE

Result<Bytes> read_pinned(const PinnedFile& file, const Role& role) {
    if (!is_sha256(file.sha256)) {
        return fail(ErrorCode::ConfigInvalid, role.unpinned);
    }
    auto content = read_at_most(file.path, role.most_bytes);
    if (!content) {
        return fail(ErrorCode::ModelMissing, role.missing);
    }
    if (content->size() > role.most_bytes || !has_sha256(*content, file.sha256)) {
        return fail(ErrorCode::ModelAltered, role.altered);
    }
    return std::move(*content);
}

} // namespace

Result<DlibModels> load_dlib_models(const DlibFiles& files) {
    DlibModels models;
    models.shape = MADOGUCHI_TRY(read_pinned(files.shape, shape_role));
    models.network = MADOGUCHI_TRY(read_pinned(files.network, network_role));
    return models;
}

} // namespace madoguchi::face

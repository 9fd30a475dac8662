#include "face/models/model_set.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/face/real_networks/real_engine.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using test::TemporaryFolder;

namespace {

constexpr std::array names{
#define MODEL(purpose, name, size, sha256) std::string_view(name),
#include "face/models/manifest.def"
#undef MODEL
};

} // namespace

TEST_CASE("each model is needed, and the one that is not there is named") {
    if (test::real_engine() == nullptr) {
        return;
    }
    const std::string_view absent = GENERATE(from_range(names));
    const TemporaryFolder folder;
    for (const std::string_view name : names) {
        if (name != absent) {
            std::filesystem::create_symlink(std::filesystem::path(MADOGUCHI_MODELS) / name,
                                            folder.path() / name);
        }
    }
    const auto models = face::ModelSet::load(folder.path());
    REQUIRE_FALSE(models.has_value());
    CHECK(models.error().code() == ErrorCode::ModelMissing);
    CHECK(models.error().text().find(absent) != std::string_view::npos);
}

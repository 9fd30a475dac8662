#include "face/models/model_set.hpp"

#include <catch2/catch.hpp>
#include <stdlib.h>

#include <fstream>

using namespace madoguchi;

namespace {

// A folder of its own, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "models-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    void write(const std::string& name, std::size_t size) const {
        std::ofstream(path_ / name, std::ios::binary) << std::string(size, 'x');
    }

private:
    std::filesystem::path path_;
};

Error refusal(const std::filesystem::path& folder) {
    const auto models = face::ModelSet::load(folder);
    REQUIRE_FALSE(models.has_value());
    return models.error();
}

} // namespace

TEST_CASE("a missing model is refused by name, with what to do") {
    for (const std::filesystem::path& folder :
         {TemporaryFolder().path(), std::filesystem::path()}) {
        const Error error = refusal(folder);
        CHECK(error.code() == ErrorCode::ModelMissing);
        CHECK(
            error.text() ==
            "face model face_detection_yunet_2023mar.onnx is missing; fetch it with ./dev models");
    }
}

TEST_CASE("an altered, cut or longer model is refused by name") {
    const std::size_t size = GENERATE(0U, 1000U, 232589U, 232590U, 500000U);
    const TemporaryFolder folder;
    folder.write("face_detection_yunet_2023mar.onnx", size);
    const Error error = refusal(folder.path());
    CHECK(error.code() == ErrorCode::ModelAltered);
    CHECK(error.text().find("face_detection_yunet_2023mar.onnx") != std::string_view::npos);
}

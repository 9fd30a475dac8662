#include "face/models/model_set.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using test::TemporaryFolder;

namespace {

void write(const std::filesystem::path& file, std::size_t size) {
    std::ofstream(file, std::ios::binary) << std::string(size, 'x');
}

Error refusal(const std::filesystem::path& folder) {
    const auto models = face::ModelSet::load(folder);
    REQUIRE_FALSE(models.has_value());
    return models.error();
}

} // namespace

TEST_CASE("a missing model is refused by name, with what to do") {
    const TemporaryFolder empty;
    for (const std::filesystem::path& folder : {empty.path(), empty.path() / "none"}) {
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
    write(folder.path() / "face_detection_yunet_2023mar.onnx", size);
    const Error error = refusal(folder.path());
    CHECK(error.code() == ErrorCode::ModelAltered);
    CHECK(error.text().find("face_detection_yunet_2023mar.onnx") != std::string_view::npos);
}

#include "face/detect/yunet_decoder.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace madoguchi;
using face::decode_yunet;

namespace {

// One scale of a picture of 64 x 32 pixels, all silent.
struct Tensors {
    explicit Tensors(int stride_of)
        : stride(stride_of), columns(64 / stride), rows(32 / stride), classification(cells()),
          objectness(cells()), box(cells() * 4), landmarks(cells() * 10) {}

    [[nodiscard]] std::size_t cells() const { return static_cast<std::size_t>(columns * rows); }

    void put_face(int column, int row, float score) {
        const auto cell = static_cast<std::size_t>(row * columns + column);
        classification[cell] = score;
        objectness[cell] = score;
    }

    [[nodiscard]] face::YunetScale scale() const {
        return {stride, columns, rows, classification, objectness, box, landmarks};
    }

    int stride;
    int columns;
    int rows;
    std::vector<float> classification;
    std::vector<float> objectness;
    std::vector<float> box;
    std::vector<float> landmarks;
};

std::vector<face::DetectedFace> faces_of(const Tensors& tensors) {
    const std::array scales{tensors.scale()};
    return decode_yunet(scales).value();
}

} // namespace

TEST_CASE("a silent network sees no face") {
    CHECK(faces_of(Tensors(8)).empty());
}

TEST_CASE("a cell's numbers become pixels of its stride") {
    Tensors tensors(16);
    tensors.put_face(2, 1, 0.9F);
    const std::size_t cell = 1 * 4 + 2;
    tensors.box[cell * 4] = 0.5F; // centre: (2 + 0.5) * 16, (1 + 0.25) * 16
    tensors.box[cell * 4 + 1] = 0.25F;
    tensors.box[cell * 4 + 2] = std::log(1.5F); // 24 wide
    tensors.box[cell * 4 + 3] = std::log(2.0F); // 32 high
    tensors.landmarks[cell * 10] = -0.5F;       // first eye: (2 - 0.5) * 16
    tensors.landmarks[cell * 10 + 1] = 0.75F;   // (1 + 0.75) * 16
    const auto faces = faces_of(tensors);
    REQUIRE(faces.size() == 1);
    CHECK(faces[0].score == Approx(0.9));
    CHECK(faces[0].box.width == Approx(24));
    CHECK(faces[0].box.height == Approx(32));
    CHECK(faces[0].box.left == Approx(40 - 12));
    CHECK(faces[0].box.top == Approx(20 - 16));
    CHECK(faces[0].landmarks[0].x == Approx(24));
    CHECK(faces[0].landmarks[0].y == Approx(28));
    CHECK(faces[0].landmarks[4].x == Approx(32));
}

TEST_CASE("the score is the geometric mean of two outputs that are held between 0 and 1") {
    Tensors tensors(8);
    tensors.classification[0] = 4.0F; // counts as 1
    tensors.objectness[0] = 0.64F;
    tensors.classification[5] = 1.0F;
    tensors.objectness[5] = 0.30F; // sqrt(0.3) is below 0.6
    const auto faces = faces_of(tensors);
    REQUIRE(faces.size() == 1);
    CHECK(faces[0].score == Approx(0.8));
}

TEST_CASE("of overlapping faces the best one stays, and the best comes first") {
    Tensors tensors(8);
    tensors.put_face(0, 0, 0.7F);
    tensors.put_face(6, 2, 0.95F);
    tensors.put_face(7, 2, 0.8F); // next cell, wide boxes: the same face
    for (float& value : tensors.box) {
        value = 0.8F;
    }
    const auto faces = faces_of(tensors);
    REQUIRE(faces.size() == 2);
    CHECK(faces[0].score == Approx(0.95));
    CHECK(faces[1].score == Approx(0.7));
}

TEST_CASE("faces of different scales are judged together") {
    Tensors fine(8);
    Tensors coarse(16);
    fine.put_face(1, 1, 0.7F);
    coarse.put_face(0, 0, 0.9F);
    const std::array scales{fine.scale(), coarse.scale()};
    CHECK(decode_yunet(scales).value().front().score == Approx(0.9));
}

TEST_CASE("numbers that are not finite are left out") {
    const float bad = GENERATE(std::numeric_limits<float>::quiet_NaN(),
                               std::numeric_limits<float>::infinity(), 1e30F);
    Tensors tensors(8);
    tensors.put_face(0, 0, 0.9F);
    SECTION("in a box") {
        tensors.box[2] = bad; // its exponential is infinite
        CHECK(faces_of(tensors).empty());
    }
    SECTION("in the landmarks") {
        tensors.landmarks[3] = bad;
        CHECK(faces_of(tensors).size() == (std::isfinite(bad * 8) ? 1 : 0));
    }
    SECTION("in the score") {
        tensors.classification[0] = std::numeric_limits<float>::quiet_NaN();
        CHECK(faces_of(tensors).empty());
    }
}

TEST_CASE("a tensor of a wrong size is the model's failure") {
    Tensors tensors(8);
    tensors.landmarks.pop_back();
    const std::array scales{tensors.scale()};
    const auto faces = decode_yunet(scales);
    REQUIRE_FALSE(faces.has_value());
    CHECK(faces.error().code() == ErrorCode::ModelFailed);
}

TEST_CASE("overlap is intersection over union") {
    const face::FaceBox box{0, 0, 10, 10};
    CHECK(face::intersection_over_union(box, box) == Approx(1));
    CHECK(face::intersection_over_union(box, {5, 0, 10, 10}) == Approx(50.0 / 150.0));
    CHECK(face::intersection_over_union(box, {10, 0, 10, 10}) == 0);
    CHECK(face::intersection_over_union(box, {0, 0, 0, 0}) == 0);
}

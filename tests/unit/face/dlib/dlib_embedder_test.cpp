#include "face/embed/dlib_embedder.hpp"
#include "face/models/dlib_files.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/face/dlib/render.hpp"
#include "tests/unit/face/dlib/stand_ins.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::EngineKind;

namespace {

const Bytes& shape() {
    static const Bytes bytes = test::stand_in_shape();
    return bytes;
}

const Bytes& network() {
    static const Bytes bytes = test::stand_in_network();
    return bytes;
}

struct Files {
    test::TemporaryFolder folder;
    face::DlibFiles dlib{test::pinned(folder.path() / "shape.dat", shape()),
                         test::pinned(folder.path() / "network.dat", network())};
};

face::FaceTemplate describe(face::FaceEmbedder& embedder, const test::Render& render) {
    auto face = embedder.embed(render.picture.view(), render.face);
    REQUIRE(face.has_value());
    return std::move(*face);
}

Error refusal(const face::DlibFiles& files) {
    const auto models = face::load_dlib_models(files);
    REQUIRE_FALSE(models.has_value());
    return models.error();
}

bool names(const Error& error, std::string_view word) {
    return error.text().find(word) != std::string_view::npos;
}

} // namespace

TEST_CASE("from two pinned files to 128 values: one picture is at no distance from itself") {
    const Files files;
    const auto models = face::load_dlib_models(files.dlib);
    REQUIRE(models.has_value());
    const auto embedder = face::make_dlib_embedder(models->shape, models->network);
    REQUIRE(embedder.has_value());
    const auto other = face::make_dlib_embedder(models->shape, models->network);
    REQUIRE(other.has_value());

    const auto one = describe(**embedder, test::render_of("p02"));
    CHECK(one.engine() == EngineKind::Dlib);
    CHECK(one.values().size() == 128);
    CHECK(face::score_of(one, describe(**embedder, test::render_of("p02"))) == 1);
    CHECK(face::score_of(one, describe(**other, test::render_of("p02"))) == 1);
    const auto neighbour = describe(**embedder, test::render_of("p05"));
    CHECK(face::score_of(one, neighbour) < 0.999F);
}

TEST_CASE("the chip is cut where the face is, and a grey picture has one, too") {
    const auto embedder = face::make_dlib_embedder(shape(), network()).value();
    const auto render = test::render_of("p02");
    const auto straight = describe(*embedder, render);
    test::Render elsewhere = test::render_of("p02");
    elsewhere.face.box.left += 80;
    for (face::Point& point : elsewhere.face.landmarks) {
        point.x += 80;
    }
    CHECK(face::score_of(straight, describe(*embedder, elsewhere)) < 0.999F);
    const auto grey = test::striped_picture(640, 480, PixelFormat::Grey8);
    CHECK(embedder->embed(grey.view(), render.face).has_value());
}

TEST_CASE("a face without size, or beyond the picture, is no reason to fall over") {
    const auto embedder = face::make_dlib_embedder(shape(), network()).value();
    auto render = test::render_of("p02");
    render.face.box.left = render.face.box.top = -400;
    for (face::Point& point : render.face.landmarks) {
        point = {-300, -300};
    }
    CHECK(embedder->embed(render.picture.view(), render.face).has_value());
    render.face.box.width = 0;
    const auto none = embedder->embed(render.picture.view(), render.face);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code() == ErrorCode::FaceNotFound);
}

TEST_CASE("the square for dlib stands around the landmarks") {
    const auto box = face::box_as_of_dlib(test::render_of("p02").face);
    CHECK(box.width == Approx(150.8).margin(0.1)); // dlib's detector: 244, 161, 151, 151
    CHECK(box.height == box.width);
    CHECK(box.left == Approx(232.6).margin(0.1));
    CHECK(box.top == Approx(151.0).margin(0.1));
}

TEST_CASE("a file that is missing, altered, too long or not pinned is refused by name") {
    Files files;
    SECTION("missing") {
        std::filesystem::remove(files.dlib.network.path);
        CHECK(refusal(files.dlib).code() == ErrorCode::ModelMissing);
        CHECK(names(refusal(files.dlib), "network"));
    }
    SECTION("altered") {
        Bytes changed = shape();
        changed[changed.size() / 2] ^= 1U;
        static_cast<void>(test::pinned(files.dlib.shape.path, changed));
        CHECK(refusal(files.dlib).code() == ErrorCode::ModelAltered);
        CHECK(names(refusal(files.dlib), "shape"));
    }
    SECTION("too long, whatever its hash") {
        files.dlib.shape = test::pinned(files.dlib.shape.path, Bytes((16U << 20U) + 1));
        CHECK(refusal(files.dlib).code() == ErrorCode::ModelAltered);
    }
    SECTION("not pinned") {
        for (const char* hash : {"", "e3b0", "SHA256"}) {
            files.dlib.network.sha256 = hash;
            CHECK(refusal(files.dlib).code() == ErrorCode::ConfigInvalid);
            CHECK(names(refusal(files.dlib), "SHA-256"));
        }
    }
}

TEST_CASE("what is pinned and still no predictor or network of this kind is refused") {
    const auto first_half = [](const Bytes& bytes) {
        return Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2));
    };
    const auto and_more = [](Bytes bytes) {
        bytes.push_back(0);
        return bytes;
    };
    struct Case {
        const char* what;
        Bytes shape;
        Bytes network;
    };
    const std::vector<Case> cases{
        {"empty", {}, network()},
        {"network empty", shape(), {}},
        {"cut off", first_half(shape()), network()},
        {"network cut off", shape(), first_half(network())},
        {"something behind", and_more(shape()), network()},
        {"something behind the network", shape(), and_more(network())},
        {"swapped", network(), shape()},
        {"four points", test::stand_in_shape(4), network()},
        {"64 values", shape(), test::stand_in_network(64)},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        const auto embedder = face::make_dlib_embedder(c.shape, c.network);
        REQUIRE_FALSE(embedder.has_value());
        CHECK(embedder.error().code() == ErrorCode::ModelFailed);
    }
}

#include "face/liveness/border_vote.hpp"
#include "face/liveness/motion_vote.hpp"
#include "face/liveness/texture_vote.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::LivenessReason;

namespace {

struct ScriptedNetworks final : face::SurfaceNetworks {
    explicit ScriptedNetworks(const std::optional<float>& value) : value_(value) {}
    Result<float> realness(const face::ImageView& /*picture*/,
                           const face::FaceBox& /*box*/) override {
        return value_ ? Result<float>(*value_)
                      : Result<float>(fail(ErrorCode::ModelFailed, "scripted failure"));
    }

private:
    const std::optional<float>& value_;
};

face::SeenFace seen(double likeness, const face::FaceBox& box = {270, 120, 100, 120}) {
    face::DetectedFace where;
    where.box = box;
    where.landmarks = face::alignment_template();
    return {test::face_like(likeness), where};
}

const face::Image& wall() {
    static const face::Image picture(640, 480, PixelFormat::Bgr8);
    return picture;
}

// A room of even grey with two upright bands, each from one row to another.
face::Image with_bands(int left, int right, int from, int to) {
    face::Image picture(640, 480, PixelFormat::Grey8);
    const auto pixels = picture.pixels_for_writing();
    std::ranges::fill(pixels, std::uint8_t{120});
    for (int y = from; y < to; ++y) {
        for (const int x : {left, right}) {
            for (int i = 0; i < 8; ++i) {
                pixels[static_cast<std::size_t>(y * 640 + x + i)] = 235;
            }
        }
    }
    return picture;
}

} // namespace

TEST_CASE("texture: the mean of five frames or more decides, never the best of them") {
    std::optional<float> value;
    face::TextureVote vote(std::make_unique<ScriptedNetworks>(value), 0.5F);
    const auto show = [&](float next) {
        value = next;
        REQUIRE(vote.see(wall().view(), seen(1)).has_value());
    };
    for (const float next : {1.0F, 0.1F, 0.1F, 0.1F}) {
        show(next);
        CHECK(vote.sign().reason == LivenessReason::TooFewFrames);
    }
    show(0.1F);
    CHECK(vote.sign().reason == LivenessReason::LooksArtificial);
    CHECK(*vote.sign().measure == Approx(0.28));
    SECTION("the newest fifteen frames count") {
        for (int i = 0; i < 15; ++i) {
            show(0.9F);
        }
        CHECK(vote.sign().reason == LivenessReason::AsOfAPerson);
        CHECK(*vote.sign().measure == Approx(0.9));
    }
    SECTION("somebody else begins anew") {
        vote.restart();
        CHECK(vote.sign().reason == LivenessReason::TooFewFrames);
    }
    SECTION("a network that fails is an error") {
        value.reset();
        CHECK(vote.see(wall().view(), seen(1)).error().code() == ErrorCode::ModelFailed);
    }
}

TEST_CASE("motion: a face that is always the same is a picture, one that changes once is not") {
    face::MotionVote vote;
    const auto show = [&](double likeness) {
        REQUIRE(vote.see(wall().view(), seen(likeness)).has_value());
    };
    for (int i = 0; i < 4; ++i) {
        show(0.9);
        CHECK(vote.sign().reason == LivenessReason::TooFewFrames);
    }
    show(0.9);
    CHECK(vote.sign().reason == LivenessReason::PictureIsFrozen);
    show(0.91); // a little noise: cosine 0.9997
    CHECK(vote.sign().reason == LivenessReason::PictureIsFrozen);
    show(0.8);
    CHECK(vote.sign().reason == LivenessReason::AsOfAPerson);
    vote.restart();
    CHECK(vote.sign().reason == LivenessReason::TooFewFrames);
}

TEST_CASE("border: straight edges on both sides, past the chin, are paper or a screen") {
    struct Case {
        const char* what;
        int left, right, from, to;
        LivenessReason reason;
    };
    // The face's box: columns 270 to 370, rows 120 to 240.
    for (const Case& one : std::vector<Case>{
             {"a sheet", 190, 440, 60, 400, LivenessReason::BorderSeen},
             {"a door on one side only", 190, 191, 0, 480, LivenessReason::AsOfAPerson},
             {"a window that ends at the shoulders", 190, 440, 0, 235, LivenessReason::AsOfAPerson},
             {"a room's corners far away", 5, 620, 0, 480, LivenessReason::AsOfAPerson},
             {"nothing", 0, 0, 0, 0, LivenessReason::AsOfAPerson}}) {
        INFO(one.what);
        const face::Image picture = with_bands(one.left, one.right, one.from, one.to);
        face::BorderVote vote;
        for (int i = 0; i < 3; ++i) {
            CHECK(vote.sign().reason == LivenessReason::TooFewFrames);
            REQUIRE(vote.see(picture.view(), seen(1)).has_value());
        }
        CHECK(vote.sign().reason == one.reason);
    }
}

TEST_CASE("border: a face too near or too small shows no edges, and that is said") {
    for (const face::FaceBox& box :
         {face::FaceBox{200, 150, 240, 320}, {300, 100, 10, 12}, {0, 0, 0, 0}}) {
        face::BorderVote vote;
        for (int i = 0; i < 5; ++i) {
            REQUIRE(vote.see(wall().view(), seen(1, box)).has_value());
        }
        CHECK(vote.sign().reason == LivenessReason::EdgesHidden);
    }
}

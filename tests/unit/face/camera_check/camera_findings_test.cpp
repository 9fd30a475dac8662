#include "face/camera_check/gate_derivation.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::face;
using std::chrono_literals::operator""ms;

namespace {

// A person who stands well in good light.
FrameMeasures good() {
    FrameMeasures measures;
    const auto set = [&](CameraMeasure which, float value) {
        measures.at(static_cast<std::size_t>(which)) = value;
    };
    set(CameraMeasure::EyeDistance, 70);
    set(CameraMeasure::FaceHeight, 0.4F);
    set(CameraMeasure::Sharpness, 60);
    set(CameraMeasure::Brightness, 130);
    set(CameraMeasure::Contrast, 40);
    set(CameraMeasure::SideLight, 1.1F);
    set(CameraMeasure::Clipping, 0.01F);
    set(CameraMeasure::Backlight, 0.9F);
    set(CameraMeasure::Noise, 2);
    set(CameraMeasure::Colour, 40);
    return measures;
}

FrameMeasures with(CameraMeasure which, float value) {
    FrameMeasures measures = good();
    measures.at(static_cast<std::size_t>(which)) = value;
    return measures;
}

// So many pictures, ten a second; of these the last so many are `bad`.
CameraObservation seen(int pictures, int bad_ones, const std::optional<FrameMeasures>& bad) {
    CameraObservation observation;
    for (int i = 0; i < pictures; ++i) {
        const MonotonicTime at = MonotonicTime{} + i * 100ms;
        observation.see(static_cast<std::uint64_t>(i + 1), at, at + 20ms,
                        i < pictures - bad_ones ? good() : bad);
    }
    return observation;
}

CameraFinding finding_of(const CameraObservation& observation, CameraMeasure measure) {
    return observation.findings({}).at(static_cast<std::size_t>(measure));
}

} // namespace

TEST_CASE("a good camera is good in everything, and nothing is to be mended") {
    const auto findings = seen(100, 0, {}).findings({});
    REQUIRE(findings.size() == camera_measure_count);
    for (const CameraFinding& finding : findings) {
        INFO(text_of(finding.measure).title);
        CHECK(finding.verdict == CameraVerdict::Good);
        CHECK(finding.remedy.empty());
    }
    CHECK(verdict_of(findings) == CameraVerdict::Good);
}

TEST_CASE("each measure outside its range is named with what to do") {
    struct Case {
        CameraMeasure measure;
        float low; // nothing is too low for it when negative
        float high;
    };
    for (const Case& one :
         {Case{CameraMeasure::EyeDistance, 30, -1}, Case{CameraMeasure::FaceHeight, 0.1F, 0.9F},
          Case{CameraMeasure::Sharpness, 5, -1}, Case{CameraMeasure::Brightness, 30, 230},
          Case{CameraMeasure::Contrast, 5, 90}, Case{CameraMeasure::SideLight, -1, 3},
          Case{CameraMeasure::Clipping, -1, 0.3F}, Case{CameraMeasure::Backlight, -1, 4},
          Case{CameraMeasure::Noise, -1, 15}, Case{CameraMeasure::Colour, 1, 200}}) {
        const MeasureText& text = text_of(one.measure);
        INFO(text.title);
        if (one.low >= 0) {
            const auto finding = finding_of(seen(50, 50, with(one.measure, one.low)), one.measure);
            CHECK(finding.verdict == CameraVerdict::Bad);
            CHECK(finding.remedy == text.if_low);
            CHECK_FALSE(finding.remedy.empty());
        }
        if (one.high >= 0) {
            const auto finding = finding_of(seen(50, 50, with(one.measure, one.high)), one.measure);
            CHECK(finding.verdict == CameraVerdict::Bad);
            CHECK(finding.remedy == text.if_high);
            CHECK_FALSE(finding.remedy.empty());
        }
    }
}

TEST_CASE("nine good pictures of ten are good, half of them borderline, fewer bad") {
    for (const auto& [bad_ones, verdict] :
         {std::pair(10, CameraVerdict::Good), std::pair(11, CameraVerdict::Borderline),
          std::pair(50, CameraVerdict::Borderline), std::pair(51, CameraVerdict::Bad)}) {
        INFO(bad_ones);
        const auto observation = seen(100, bad_ones, with(CameraMeasure::Brightness, 20));
        CHECK(finding_of(observation, CameraMeasure::Brightness).verdict == verdict);
        CHECK(verdict_of(observation.findings({})) == verdict);
    }
}

TEST_CASE("without anybody before it a camera is not ready, whatever its pace") {
    const auto observation = seen(50, 50, {});
    CHECK(observation.frames() == 50);
    CHECK(observation.frames_with_face() == 0);
    CHECK(finding_of(observation, CameraMeasure::FrameRate).verdict == CameraVerdict::Good);
    CHECK(finding_of(observation, CameraMeasure::Sharpness).verdict == CameraVerdict::NotMeasured);
    CHECK(verdict_of(observation.findings({})) == CameraVerdict::Bad);
}

TEST_CASE("pace and age are those of the camera's pictures, fetched or not") {
    CameraObservation observation;
    for (std::uint64_t i = 0; i < 10; ++i) { // every third one is fetched
        const MonotonicTime at = MonotonicTime{} + i * 100ms;
        observation.see(3 * i + 1, at, at + 7ms, {});
    }
    CHECK(observation.values_of(CameraMeasure::FrameRate)->median() == Approx(30));
    CHECK(observation.values_of(CameraMeasure::FrameAge)->median() == Approx(7));
}

TEST_CASE("a picture that comes again is counted, and measured once") {
    CameraObservation observation;
    for (int i = 0; i < 5; ++i) {
        observation.see(1, MonotonicTime{} + i * 100ms, MonotonicTime{} + i * 100ms, good());
    }
    CHECK(observation.repeated() == 4);
    CHECK(observation.frames_with_face() == 1);
}

TEST_CASE("derived gates let through what was seen, with a margin, and hold back what is worse") {
    const auto derived = derive_gates(seen(100, 0, {}));
    REQUIRE(derived.has_value());
    CHECK(derived->at_bound.empty());
    const GateLimits& limits = derived->limits;
    CHECK((limits.least_sharpness > 15 && limits.least_sharpness < 60));
    CHECK((limits.darkest > 60 && limits.darkest < 130));
    CHECK((limits.least_eye_distance > 45 && limits.least_eye_distance < 70));
    CHECK(limits.most_yaw == GateLimits().most_yaw);
}

TEST_CASE("no derived gate is outside its safe bounds, whatever was seen") {
    for (const CameraMeasure measure :
         {CameraMeasure::EyeDistance, CameraMeasure::Sharpness, CameraMeasure::Brightness,
          CameraMeasure::SideLight, CameraMeasure::Clipping}) {
        for (const float value : {0.0F, 1.0F, 1000.0F}) {
            const auto derived = derive_gates(seen(40, 40, with(measure, value)));
            REQUIRE(derived.has_value());
            for (const GateBound& gate : camera_gates) {
                CHECK(derived->limits.*gate.limit >= gate.least);
                CHECK(derived->limits.*gate.limit <= gate.most);
            }
        }
    }
    const auto dark = derive_gates(seen(40, 40, with(CameraMeasure::Brightness, 30)));
    CHECK(dark->at_bound == std::vector<std::string_view>{"darkest"});
}

TEST_CASE("gates are not derived from a few pictures") {
    CHECK(derive_gates(seen(30, 0, {})).has_value());
    CHECK_FALSE(derive_gates(seen(29, 0, {})).has_value());
    CHECK_FALSE(derive_gates(seen(100, 100, {})).has_value());
}

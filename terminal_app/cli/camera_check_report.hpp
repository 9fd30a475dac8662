// What madoguchi face camera-check says.
#pragma once

#include "face/camera_check/gate_derivation.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace madoguchi::cli {

struct CameraReport {
    std::string camera; // its description
    std::string date;   // YYYY-MM-DD
    int width = 0;      // of its pictures
    int height = 0;
    std::size_t frames = 0;
    std::size_t frames_with_face = 0;
    std::size_t repeated = 0;
    std::vector<face::CameraFinding> findings;
    face::CameraVerdict verdict{};
    Result<face::DerivedGates> gates = fail(ErrorCode::ConfigInvalid, "not derived");
};

[[nodiscard]] nlohmann::ordered_json to_json(const CameraReport& report);
[[nodiscard]] std::string to_text(const CameraReport& report);

// "4.2": in the measure's own decimals.
[[nodiscard]] std::string number_of(face::CameraMeasure measure, float value);
// "4.2 level", in the measure's own decimals and unit.
[[nodiscard]] std::string in_words(face::CameraMeasure measure, float value);
// "at least 45 px", "60 to 200 level".
[[nodiscard]] std::string in_words(face::CameraMeasure measure, const face::GoodRange& range);
// "Ready for receptions" and the like: what the whole of it means.
[[nodiscard]] std::string_view headline_of(const CameraReport& report) noexcept;

// One HTML page that needs nothing else: distributions, limits, verdicts and remedies. No picture.
[[nodiscard]] std::string to_page(const CameraReport& report);

} // namespace madoguchi::cli

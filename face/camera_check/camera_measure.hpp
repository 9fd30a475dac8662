// What is measured of a camera with a person before it, and how good each of it should be.
#pragma once

#include "face/quality/face_gates.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace madoguchi::face {

enum class CameraMeasure : std::uint8_t {
    FrameRate,   // pictures a second, from one to the next
    FrameAge,    // milliseconds from the picture to whoever asks for the newest
    EyeDistance, // pixels
    FaceHeight,  // of the picture, 0 to 1
    Sharpness,   // variance of the Laplacian of the aligned face
    Brightness,  // mean level of the face, 0 to 255
    Contrast,    // standard deviation of the face's levels
    SideLight,   // brighter half of the face / darker half
    Clipping,    // share of the face that is black or white beyond measure, 0 to 1
    Backlight,   // mean level around the face / that of the face
    Noise,       // standard deviation of the sensor's noise, levels
    Colour,      // mean distance of the strongest from the weakest channel of the face, levels
};

inline constexpr std::size_t camera_measure_count =
    static_cast<std::size_t>(CameraMeasure::Colour) + 1;

// Between which values a measure is to lie; nothing: no limit on that side.
struct GoodRange {
    std::optional<float> least;
    std::optional<float> most;

    [[nodiscard]] bool contains(float value) const noexcept {
        return (!least || value >= *least) && (!most || value <= *most);
    }
};

struct MeasureText {
    CameraMeasure measure{};
    std::string_view id;       // "eye_distance", in JSON
    std::string_view title;    // for people
    std::string_view japanese; // likewise
    std::string_view unit;     // "" for a plain number
    int decimals = 0;
    bool is_gate = false; // a frame outside the range is held back; else it is advice
    std::string_view if_low;
    std::string_view if_high;
};

[[nodiscard]] const std::array<MeasureText, camera_measure_count>& measure_texts() noexcept;
[[nodiscard]] const MeasureText& text_of(CameraMeasure measure) noexcept;

// By the gates in use, and by what a reception needs where there is no gate.
[[nodiscard]] GoodRange good_range_of(CameraMeasure measure, const GateLimits& limits) noexcept;

} // namespace madoguchi::face

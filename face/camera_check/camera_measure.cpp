#include "face/camera_check/camera_measure.hpp"

namespace madoguchi::face {

namespace {

constexpr std::array<MeasureText, camera_measure_count> texts{{
    {CameraMeasure::FrameRate, "frame_rate", "Frame rate", "フレームレート", "pictures/s", 1, false,
     "Add light (a long exposure slows the camera), use another USB socket, or a smaller frame.",
     ""},
    {CameraMeasure::FrameAge, "frame_age", "Age of the newest picture", "最新フレームの遅れ", "ms",
     0, true, "",
     "This computer is too busy, or the camera queues its pictures: end other programs."},
    {CameraMeasure::EyeDistance, "eye_distance", "Distance between the eyes", "両目の間隔", "px", 0,
     true, "Bring camera and person closer together, or choose a lens with a narrower view.", ""},
    {CameraMeasure::FaceHeight, "face_height", "Height of the face in the picture",
     "画面に占める顔の高さ", "of picture", 2, true,
     "Bring camera and person closer together, or choose a lens with a narrower view.",
     "Move the camera away from the person, or choose a lens with a wider view."},
    {CameraMeasure::Sharpness, "sharpness", "Sharpness", "鮮鋭度", "", 0, true,
     "Clean the lens, set the focus to where people stand, and add light so that nothing blurs.",
     ""},
    {CameraMeasure::Brightness, "brightness", "Brightness of the face", "顔の明るさ", "level", 0,
     true, "Add light from the front, or let the camera expose for the face.",
     "Take light away from the front, or shorten the exposure."},
    {CameraMeasure::Contrast, "contrast", "Contrast within the face", "顔のコントラスト", "level",
     0, false, "Clean the lens; keep lamps and windows from shining into it.",
     "Soften the light: a lamp behind paper, or light from two sides."},
    {CameraMeasure::SideLight, "side_light", "Light from one side", "左右の明るさの比", "times", 2,
     true, "", "Put a lamp on the darker side, or a blind before the window on the brighter one."},
    {CameraMeasure::Clipping, "clipping", "Burnt out or black parts", "白とび・黒つぶれ", "of face",
     3, true, "", "Soften the light, and let the camera expose for the face."},
    {CameraMeasure::Backlight, "backlight", "Brightness behind the person", "逆光", "times", 2,
     false, "", "Turn the terminal so that the window is not behind the person, or draw a blind."},
    {CameraMeasure::Noise, "noise", "Noise", "ノイズ", "level", 1, false, "",
     "Add light, so that the camera amplifies less."},
    {CameraMeasure::Colour, "colour", "Colour of the face", "色味", "level", 0, false,
     "The camera gives grey pictures: masks cannot be told. Switch its night mode off.",
     "Set the white balance: the face has a strong tint."},
}};

} // namespace

const std::array<MeasureText, camera_measure_count>& measure_texts() noexcept {
    return texts;
}

const MeasureText& text_of(CameraMeasure measure) noexcept {
    return texts.at(static_cast<std::size_t>(measure));
}

GoodRange good_range_of(CameraMeasure measure, const GateLimits& limits) noexcept {
    constexpr float slowest = 5; // a comparison averages five pictures
    constexpr float oldest = 500;
    switch (measure) {
    case CameraMeasure::FrameRate:
        return {slowest, {}};
    case CameraMeasure::FrameAge:
        return {{}, oldest};
    case CameraMeasure::EyeDistance:
        return {limits.least_eye_distance, {}};
    case CameraMeasure::FaceHeight:
        return {limits.least_height, limits.most_height};
    case CameraMeasure::Sharpness:
        return {limits.least_sharpness, {}};
    case CameraMeasure::Brightness:
        return {limits.darkest, limits.brightest};
    case CameraMeasure::Contrast:
        return {18.0F, 75.0F};
    case CameraMeasure::SideLight:
        return {{}, limits.most_side_ratio};
    case CameraMeasure::Clipping:
        return {{}, limits.most_clipped};
    case CameraMeasure::Backlight:
        return {{}, 1.8F};
    case CameraMeasure::Noise:
        return {{}, 6.0F};
    case CameraMeasure::Colour:
        break;
    }
    return {8.0F, 120.0F};
}

} // namespace madoguchi::face

// A card blank to print on, measured in millimetres from its upper left corner.
#pragma once

#include "hw-sim/card/japanese_font.hpp"

#include <opencv2/core.hpp>

#include <string_view>

namespace madoguchi::sim {

inline constexpr double card_width_mm = 85.6; // ISO/IEC 7810 ID-1
inline constexpr double card_height_mm = 53.98;
inline constexpr double print_scale = 16; // pixels a millimetre

struct Place {
    double x; // millimetres
    double y;
};
struct Area {
    double x;
    double y;
    double width;
    double height;
};

class PrintCanvas {
public:
    // Colours are BGR.
    PrintCanvas(double width_mm, double height_mm, cv::Scalar colour);

    void fill(Area area, const cv::Scalar& colour);
    void frame(Area area, const cv::Scalar& colour, double line_mm);
    // Fine waves all over, so that the ground is not empty.
    void waves(const cv::Scalar& colour, double spacing_mm, double depth_mm);
    // Scaled into the area whatever its shape.
    void picture(Area area, const cv::Mat& bgr);
    // One line of UTF-8 from its upper left corner; full-width cells of the height, half of it for
    // ASCII. Contract: well-formed.
    void text(Place place, double height_mm, std::string_view text, const JapaneseFont& font,
              const cv::Scalar& colour);

    [[nodiscard]] const cv::Mat& pixels() const noexcept { return pixels_; }

private:
    cv::Mat pixels_; // CV_8UC3
};

} // namespace madoguchi::sim

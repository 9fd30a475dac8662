#include "hw-sim/surface/print_canvas.hpp"

#include "hal/base/contract.hpp"
#include "hw-sim/card/utf8.hpp"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <vector>

namespace madoguchi::sim {

namespace {

int pixels_of(double millimetres) {
    return static_cast<int>(std::lround(millimetres * print_scale));
}

cv::Rect pixels_of(Area area) {
    return {pixels_of(area.x), pixels_of(area.y), pixels_of(area.width), pixels_of(area.height)};
}

constexpr double cell_share(char32_t character) {
    return character < 0x80 ? 0.5 : 1.0;
}

// Mixes ink into the paper by the glyph's coverage.
void ink_pixel(cv::Vec3b& paper, double coverage, const cv::Scalar& colour) {
    for (int channel = 0; channel < 3; ++channel) {
        paper[channel] = cv::saturate_cast<std::uint8_t>(paper[channel] * (1 - coverage) +
                                                         colour[channel] * coverage);
    }
}

void ink_glyph(FT_GlyphSlot glyph, cv::Point baseline, const cv::Scalar& colour, cv::Mat& paper) {
    const FT_Bitmap& bitmap = glyph->bitmap;
    const cv::Rect whole({0, 0}, paper.size());
    for (int y = 0; y < static_cast<int>(bitmap.rows); ++y) {
        const std::uint8_t* const row = bitmap.buffer + std::ptrdiff_t{y} * bitmap.pitch;
        for (int x = 0; x < static_cast<int>(bitmap.width); ++x) {
            const cv::Point at(baseline.x + glyph->bitmap_left + x,
                               baseline.y - glyph->bitmap_top + y);
            if (whole.contains(at)) {
                ink_pixel(paper.at<cv::Vec3b>(at), row[x] / 255.0, colour);
            }
        }
    }
}

} // namespace

PrintCanvas::PrintCanvas(double width_mm, double height_mm, cv::Scalar colour)
    : pixels_(pixels_of(height_mm), pixels_of(width_mm), CV_8UC3, colour) {
}

void PrintCanvas::fill(Area area, const cv::Scalar& colour) {
    cv::rectangle(pixels_, pixels_of(area), colour, cv::FILLED);
}

void PrintCanvas::frame(Area area, const cv::Scalar& colour, double line_mm) {
    cv::rectangle(pixels_, pixels_of(area), colour, pixels_of(line_mm), cv::LINE_AA);
}

void PrintCanvas::waves(const cv::Scalar& colour, double spacing_mm, double depth_mm) {
    constexpr double length_mm = 23;
    for (int y = 0; y < pixels_.rows; y += pixels_of(spacing_mm)) {
        std::vector<cv::Point> line;
        for (int x = 0; x < pixels_.cols; x += 4) {
            const double phase = 2 * CV_PI * (x / print_scale / length_mm + y * 0.003);
            line.emplace_back(x, y + pixels_of(depth_mm * std::sin(phase)));
        }
        cv::polylines(pixels_, line, false, colour, 1, cv::LINE_AA);
    }
}

void PrintCanvas::picture(Area area, const cv::Mat& bgr) {
    const cv::Rect target = pixels_of(area);
    cv::Mat scaled;
    cv::resize(bgr, scaled, target.size(), 0, 0, cv::INTER_AREA);
    scaled.copyTo(pixels_(target));
}

void PrintCanvas::text(Place place, double height_mm, std::string_view text,
                       const JapaneseFont& font, const cv::Scalar& colour) {
    constexpr double baseline_share = 0.86; // of the cell, from its top
    const auto characters = decode_utf8(text);
    MADOGUCHI_EXPECTS(characters.has_value());
    const int height = pixels_of(height_mm);
    double x = place.x * print_scale;
    const int baseline = pixels_of(place.y) + static_cast<int>(height * baseline_share);
    for (const char32_t character : *characters) {
        if (const FT_GlyphSlot glyph = font.render(character, height, FT_LOAD_TARGET_NORMAL)) {
            ink_glyph(glyph, {static_cast<int>(x), baseline}, colour, pixels_);
        }
        x += height * cell_share(character);
    }
}

} // namespace madoguchi::sim

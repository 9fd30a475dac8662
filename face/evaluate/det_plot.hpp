// The trade-off of both errors as a picture (detection error trade-off), both axes logarithmic.
#pragma once

#include "face/evaluate/error_rates.hpp"

#include <string>

namespace madoguchi::face {

struct DetCurve {
    std::string label; // UTF-8
    ErrorRates rates;
};

inline constexpr std::size_t most_det_curves = 8;

// An SVG document. Curves beyond most_det_curves are left out.
[[nodiscard]] std::string draw_det_plot(std::span<const DetCurve> curves);

} // namespace madoguchi::face

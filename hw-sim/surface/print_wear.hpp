// What years in a purse do to a print, and what a soft plastic sleeve lays over it.
#pragma once

#include "hw-sim/surface/random_source.hpp"

#include <opencv2/core.hpp>

namespace madoguchi::sim {

// strength from 0 (new) to 1: scratches that lift ink, ink worn thin in patches, stains.
[[nodiscard]] cv::Mat wear_print(const cv::Mat& print, double strength, RandomSource& random);

// The print inside a sleeve that stands out by margin_mm on every side: haze and a few streaks.
[[nodiscard]] cv::Mat put_in_sleeve(const cv::Mat& print, double margin_mm, RandomSource& random);

} // namespace madoguchi::sim

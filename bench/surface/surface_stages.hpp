// Times of the stages of reading one frame, each run for itself.
#pragma once

#include "hal/base/frame.hpp"
#include "surface/text/text_reader.hpp"

#include <vector>

namespace madoguchi::bench {

// Milliseconds.
struct StageTimes {
    std::vector<double> find;    // the card's outline
    std::vector<double> rectify; // straightened and turned upright
    std::vector<double> read;    // the three fields, in as many readings as it takes
    std::vector<double> bare;    // Tesseract once on each of the same three lines
};

// Adds the times of a grey frame; of one without a card, the search alone.
void measure_stages(const Frame& grey, surface::TextReader& reader, StageTimes& times);

// Since some moment, in milliseconds.
[[nodiscard]] double now_ms();

} // namespace madoguchi::bench

// Where each character of a line stands, when it is known how many there are and of which width.
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace madoguchi::surface {

enum class CellWidth : std::uint8_t {
    Half, // a digit
    Full, // kanji and kana
};

enum class LineEnd : std::uint8_t {
    Closed, // the last character ends the line
    Open,   // more may follow, whole or cut off
};

struct CellFit {
    std::vector<cv::Range> cells; // columns, left to right, one for each width asked for
    double misfit; // of one line, to be compared between different numbers of characters
};

// The cells of those widths that cut least ink, leave least outside and come closest to print of
// cells that wide (pixels of a full-width one). Ink by column, about 0 to 1; see line_ink.
// Nothing where so many characters do not fit.
[[nodiscard]] std::optional<CellFit> fit_cells(std::span<const float> ink,
                                               std::span<const CellWidth> widths,
                                               double cell_pixels, LineEnd end);

} // namespace madoguchi::surface

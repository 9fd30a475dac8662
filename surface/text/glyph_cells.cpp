#include "surface/text/glyph_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace madoguchi::surface {

namespace {

// Shares of a full-width cell. A digit may be narrower than its cell, and stand at its edge.
struct WidthLimits {
    double least;
    double usual;
    double most;
    double least_ink;
};

constexpr WidthLimits limits_of(CellWidth width) {
    return width == CellWidth::Half ? WidthLimits{0.27, 0.5, 0.58, 0.05}
                                    : WidthLimits{0.6, 0.97, 1.08, 0.125};
}

constexpr double outside_weight = 0.3; // of ink that belongs to no cell, for each column
constexpr double width_weight = 2.0;   // of each cell's width that is not usual, in cells
constexpr double width_tolerance = 0.1;

constexpr double impossible = std::numeric_limits<double>::max();

// Dynamic programming: the least misfit of the first characters up to each column.
class Fitting {
public:
    Fitting(std::span<const float> ink, std::span<const CellWidth> widths, double cell_pixels,
            LineEnd end)
        : ink_(ink), widths_(widths), cell_(cell_pixels), end_(end), ink_before_(ink.size() + 1),
          least_((widths.size() + 1) * (ink.size() + 1), impossible), begin_(least_.size(), -1) {
        std::partial_sum(ink.begin(), ink.end(), ink_before_.begin() + 1);
    }

    std::optional<CellFit> best() {
        at(least_, 0, 0) = 0;
        for (std::size_t done = 0; done <= widths_.size(); ++done) {
            for (std::size_t column = 0; column <= ink_.size(); ++column) {
                if (at(least_, done, column) < impossible) {
                    step_over(done, column);
                    set_cell(done, column);
                }
            }
        }
        const double misfit = at(least_, widths_.size(), ink_.size());
        return misfit < impossible ? std::optional(CellFit{cells(), misfit}) : std::nullopt;
    }

private:
    template <typename Value>
    Value& at(std::vector<Value>& table, std::size_t done, std::size_t column) const {
        return table[done * (ink_.size() + 1) + column];
    }

    void offer(std::size_t done, std::size_t column, double misfit, int begin) {
        if (misfit < at(least_, done, column)) {
            at(least_, done, column) = misfit;
            at(begin_, done, column) = begin;
        }
    }

    // This column belongs to no character.
    void step_over(std::size_t done, std::size_t column) {
        if (column == ink_.size()) {
            return;
        }
        const bool is_beyond = done == widths_.size() && end_ == LineEnd::Open;
        const double outside = is_beyond ? 0 : outside_weight * static_cast<double>(ink_[column]);
        offer(done, column + 1, at(least_, done, column) + outside, -1);
    }

    // The next character begins here.
    void set_cell(std::size_t done, std::size_t column) {
        if (done == widths_.size()) {
            return;
        }
        const WidthLimits limits = limits_of(widths_[done]);
        const auto least = static_cast<std::size_t>(std::ceil(limits.least * cell_));
        const auto most = static_cast<std::size_t>(limits.most * cell_);
        for (std::size_t width = least; width <= most && column + width <= ink_.size(); ++width) {
            const std::size_t end = column + width;
            if (ink_before_[end] - ink_before_[column] < limits.least_ink * cell_) {
                continue;
            }
            const double odd = std::abs(static_cast<double>(width) / cell_ - limits.usual);
            const double misfit =
                cut(column) + cut(end) + width_weight * std::max(0.0, odd - width_tolerance);
            offer(done + 1, end, at(least_, done, column) + misfit, static_cast<int>(column));
        }
    }

    // Ink that a cut before this column goes through.
    [[nodiscard]] double cut(std::size_t column) const {
        const float left = column > 0 ? ink_[column - 1] : 0;
        const float right = column < ink_.size() ? ink_[column] : 0;
        return static_cast<double>(left + right) / 2;
    }

    std::vector<cv::Range> cells() {
        std::vector<cv::Range> found;
        std::size_t done = widths_.size();
        for (std::size_t column = ink_.size(); done > 0;) {
            const int begin = at(begin_, done, column);
            if (begin < 0) {
                --column;
                continue;
            }
            found.emplace_back(begin, static_cast<int>(column));
            column = static_cast<std::size_t>(begin);
            --done;
        }
        std::reverse(found.begin(), found.end());
        return found;
    }

    std::span<const float> ink_;
    std::span<const CellWidth> widths_;
    double cell_;
    LineEnd end_;
    std::vector<double> ink_before_; // each column
    std::vector<double> least_;      // by characters done and column
    std::vector<int> begin_;         // of the character that ends there; -1: none does
};

} // namespace

std::optional<CellFit> fit_cells(std::span<const float> ink, std::span<const CellWidth> widths,
                                 double cell_pixels, LineEnd end) {
    return Fitting(ink, widths, cell_pixels, end).best();
}

} // namespace madoguchi::surface

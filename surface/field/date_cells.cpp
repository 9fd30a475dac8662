#include "surface/field/date_cells.hpp"

#include "hal/base/contract.hpp"
#include "surface/field/date_text.hpp"
#include "surface/layout/front_layout.hpp"
#include "surface/text/glyph_cells.hpp"

#include <algorithm>

namespace madoguchi::surface {

namespace {

using Widths = std::vector<CellWidth>;

constexpr double cell_pixels = cell_height * pixels_per_mm; // a full-width cell is square

Widths& operator<<(Widths& widths, CellWidth width) {
    widths.push_back(width);
    return widths;
}

void add_digits(Widths& widths, int count) {
    widths.insert(widths.end(), static_cast<std::size_t>(count), CellWidth::Half);
}

// 年 3 月 5 日
void add_year_month_day(Widths& widths, int year_digits, const DigitCounts& counts) {
    add_digits(widths, year_digits);
    widths << CellWidth::Full;
    add_digits(widths, counts.month);
    widths << CellWidth::Full;
    add_digits(widths, counts.day);
    widths << CellWidth::Full;
}

// 昭和41年3月5日生
Widths birth_widths(const DigitCounts& counts) {
    Widths widths{CellWidth::Full, CellWidth::Full};
    add_year_month_day(widths, counts.year, counts);
    return widths << CellWidth::Full;
}

// 2031年3月5日まで
Widths expiry_widths(const DigitCounts& counts) {
    constexpr int western_year = 4;
    Widths widths;
    add_year_month_day(widths, western_year, counts);
    return widths << CellWidth::Full << CellWidth::Full;
}

std::vector<cv::Range> digits_among(const std::vector<cv::Range>& cells, const Widths& widths) {
    std::vector<cv::Range> digits;
    for (std::size_t place = 0; place < cells.size(); ++place) {
        if (widths[place] == CellWidth::Half) {
            digits.push_back(cells[place]);
        }
    }
    return digits;
}

struct DigitFit {
    std::vector<cv::Range> digits;
    double misfit;
};

std::optional<DigitFit> fit_digits(const LineInk& line, const Widths& widths, LineEnd end) {
    const auto fit = fit_cells(line.columns, widths, cell_pixels, end);
    return fit ? std::optional(DigitFit{digits_among(fit->cells, widths), fit->misfit})
               : std::nullopt;
}

} // namespace

std::vector<BirthDateCells> fit_birth_date(const LineInk& line) {
    std::vector<BirthDateCells> fits;
    for (const int year : {1, 2}) {
        for (const int month : {1, 2}) {
            for (const int day : {1, 2}) {
                const DigitCounts counts{year, month, day};
                if (auto fit = fit_digits(line, birth_widths(counts), LineEnd::Closed)) {
                    fits.push_back({counts, std::move(fit->digits), fit->misfit});
                }
            }
        }
    }
    std::sort(fits.begin(), fits.end(), [](const BirthDateCells& one, const BirthDateCells& other) {
        return one.misfit < other.misfit;
    });
    return fits;
}

const BirthDateCells& fit_on_birthday(const std::vector<BirthDateCells>& fits, int month_digits,
                                      int day_digits) {
    constexpr double tolerance = 0.4; // of 484 lines, 483 fitted their own counts as well as that
    MADOGUCHI_EXPECTS(!fits.empty());
    for (const BirthDateCells& fit : fits) {
        if (fit.counts.month == month_digits && fit.counts.day == day_digits &&
            fit.misfit < fits.front().misfit + tolerance) {
            return fit;
        }
    }
    return fits.front();
}

std::optional<std::vector<cv::Range>> fit_expiry(const LineInk& line, const DigitCounts& birth) {
    auto fit = fit_digits(line, expiry_widths(birth), LineEnd::Open);
    return fit ? std::optional(std::move(fit->digits)) : std::nullopt;
}

std::optional<std::vector<cv::Range>> fit_code(const LineInk& line) {
    const Widths widths(CodeDigits().size(), CellWidth::Half);
    auto fit = fit_digits(line, widths, LineEnd::Closed);
    return fit ? std::optional(std::move(fit->digits)) : std::nullopt;
}

} // namespace madoguchi::surface

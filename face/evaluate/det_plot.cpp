#include "face/evaluate/det_plot.hpp"

#include "face/evaluate/escaped_markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace madoguchi::face {

namespace {

constexpr double left = 80;
constexpr double top = 20;
constexpr double side = 480; // of the square plot, pixels
constexpr double legend_left = left + side + 24;
constexpr double legend_line = 24;
constexpr std::array decades{1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0};
// Okabe and Ito's colours, which colour-blind people tell apart.
constexpr std::array<std::string_view, most_det_curves> colours{
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c8c00"};

// 0 at the least decade, 1 at the last; rates below the least stand on the axis.
double place_of(double rate) {
    const double span = std::log10(decades.back() / decades.front());
    return std::log10(std::max(rate, decades.front()) / decades.front()) / span;
}

double x_of(double rate) {
    return left + side * place_of(rate);
}

double y_of(double rate) {
    return top + side * (1 - place_of(rate));
}

std::string grid() {
    std::string svg;
    for (const double rate : decades) {
        const std::string label = fmt::format("{:g} %", rate * 100);
        svg += fmt::format(R"(<path class="grid" d="M{0:.1f} {1}V{2}M{3} {4:.1f}H{5}"/>)",
                           x_of(rate), top, top + side, left, y_of(rate), left + side);
        svg += fmt::format(R"(<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>)", x_of(rate),
                           top + side + 20, label);
        svg += fmt::format(R"(<text x="{}" y="{:.1f}" text-anchor="end">{}</text>)"
                           "\n",
                           left - 8, y_of(rate) + 4, label);
    }
    svg += fmt::format(
        R"svg(<text x="{0}" y="{1}" text-anchor="middle">FMR: different people taken for one</text>
<text transform="translate(18 {2}) rotate(-90)" text-anchor="middle">FNMR: one person not recognised</text>
)svg",
        left + side / 2, top + side + 44, top + side / 2);
    return svg;
}

std::string line_of(const ErrorRates& rates, std::string_view colour) {
    std::string points;
    std::string last;
    for (const RatesAt& at : rates.curve) {
        const std::string here = fmt::format("{:.1f},{:.1f} ", x_of(at.false_matches.value()),
                                             y_of(at.false_non_matches.value()));
        if (here != last) {
            points += here;
        }
        last = here;
    }
    return fmt::format(R"(<polyline class="curve" stroke="{}" points="{}"/>)"
                       "\n",
                       colour, points);
}

std::string legend_of(const DetCurve& curve, std::size_t number) {
    const double y = top + legend_line * static_cast<double>(number + 1);
    return fmt::format(
        R"(<path class="curve" stroke="{}" d="M{} {}h24"/><text x="{}" y="{}">{}: EER {:.2f} %</text>)"
        "\n",
        colours.at(number), legend_left, y - 4, legend_left + 32, y, escaped_markup(curve.label),
        curve.rates.equal_error_rate() * 100);
}

} // namespace

std::string draw_det_plot(std::span<const DetCurve> curves) {
    std::string svg =
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 580" font-family="sans-serif" font-size="13">)"
        "\n<style>.grid{stroke:#d0d0d0}.curve{fill:none;stroke-width:2.5}</style>\n"
        R"(<rect width="900" height="580" fill="#ffffff"/>)"
        "\n";
    svg += grid();
    for (std::size_t number = 0; number < std::min(curves.size(), most_det_curves); ++number) {
        svg += line_of(curves[number].rates, colours.at(number));
        svg += legend_of(curves[number], number);
    }
    return svg + "</svg>\n";
}

} // namespace madoguchi::face

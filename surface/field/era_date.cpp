#include "surface/field/era_date.hpp"

#include <array>

namespace madoguchi::surface {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

struct EraSpan {
    CivilDate first;
    CivilDate last;
};

constexpr CivilDate in_force{year(9999), month(12), day(31)};

// By Era. On the day of a change both names were printed, so ends and beginnings overlap.
constexpr std::array<EraSpan, 5> eras{{
    {{year(1868), month(10), day(23)}, {year(1912), month(7), day(30)}},
    {{year(1912), month(7), day(30)}, {year(1926), month(12), day(25)}},
    {{year(1926), month(12), day(25)}, {year(1989), month(1), day(7)}},
    {{year(1989), month(1), day(8)}, {year(2019), month(4), day(30)}},
    {{year(2019), month(5), day(1)}, in_force},
}};

std::optional<CivilDate> existing(CivilDate date) {
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<CivilDate> calendar_day(const BirthDate& date) {
    const EraSpan& span = eras.at(static_cast<std::size_t>(date.era));
    const CivilDate meant{span.first.year() + std::chrono::years(date.year - 1), month(date.month),
                          day(date.day)};
    const bool is_inside = date.year >= 1 && meant >= span.first && meant <= span.last;
    return is_inside ? existing(meant) : std::nullopt;
}

std::optional<CivilDate> calendar_day(const ExpiryDate& date) {
    return existing({year(date.year), month(date.month), day(date.day)});
}

} // namespace madoguchi::surface

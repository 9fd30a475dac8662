#include "jpki/record/era_date.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace madoguchi::jpki {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

struct EraStart {
    Era era;
    CivilDate first_day; // from which dates are said in this era
    year first_year;
    std::string_view name;
};

// Latest first.
constexpr std::array<EraStart, 5> eras{{
    {Era::Reiwa, year(2019) / month(5) / day(1), year(2019), "令和"},
    {Era::Heisei, year(1989) / month(1) / day(8), year(1989), "平成"},
    {Era::Showa, year(1926) / month(12) / day(25), year(1926), "昭和"},
    {Era::Taisho, year(1912) / month(7) / day(30), year(1912), "大正"},
    {Era::Meiji, year(1873) / month(1) / day(1), year(1868), "明治"},
}};

} // namespace

std::optional<EraDate> era_date(CivilDate date) {
    for (const EraStart& start : eras) {
        if (date >= start.first_day) {
            const auto years = (date.year() - start.first_year).count() + 1;
            return EraDate{start.era, static_cast<unsigned>(years), date.month(), date.day()};
        }
    }
    return std::nullopt;
}

std::string to_japanese(const EraDate& date) {
    for (const EraStart& start : eras) {
        if (start.era == date.era) {
            const std::string count = date.year == 1 ? "元" : std::to_string(date.year);
            return fmt::format("{}{}年{}月{}日", start.name, count,
                               static_cast<unsigned>(date.month), static_cast<unsigned>(date.day));
        }
    }
    return {};
}

} // namespace madoguchi::jpki

#include "eligibility/fallback/proper_share.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility {

namespace {

constexpr std::array<std::string_view, 6> names{"answer",     "certificate", "notice",
                                                "past-visit", "declared",    "age"};
constexpr std::array existing_shares{0, 10, 20, 30};

// A year of age is reached at the end of the day before the birthday (年齢計算ニ関スル法律):
// whoever is born on 1 April is six on 31 March, and goes to school a year before the classmate of
// 2 April.
CivilDate school_begins(CivilDate birth) {
    using namespace std::chrono;
    const bool is_early =
        birth.month() < April || (birth.month() == April && birth.day() == day(1));
    return (birth.year() + years(is_early ? 6 : 7)) / April / 1;
}

// The share of 70 begins in the month after the birthday, that of 75 on the birthday itself.
CivilDate senior_share_begins(CivilDate birth) {
    using namespace std::chrono;
    // Born on the first: 70 is reached on the last day of the month before.
    const year_month month = (birth.year() + years(70)) / birth.month();
    return (birth.day() == day(1) ? month : month + months(1)) / 1;
}

int share_by_age(std::optional<CivilDate> birth, CivilDate day) {
    if (!birth || !birth->ok()) {
        return 30;
    }
    if (day >= (birth->year() + std::chrono::years(75)) / birth->month() / birth->day()) {
        return 10;
    }
    return day >= senior_share_begins(*birth) || day < school_begins(*birth) ? 20 : 30;
}

} // namespace

std::string_view name_of(ShareSource source) noexcept {
    return names.at(static_cast<std::size_t>(source));
}

std::optional<int> parse_share(std::string_view percent) noexcept {
    if (percent.empty() || percent.size() > 3 ||
        !std::ranges::all_of(percent, [](char digit) { return digit >= '0' && digit <= '9'; })) {
        return std::nullopt;
    }
    int value = 0;
    for (const char digit : percent) {
        value = 10 * value + (digit - '0');
    }
    return std::ranges::count(existing_shares, value) > 0 ? std::optional(value) : std::nullopt;
}

ProperShare proper_share(const std::vector<CopayShare>& known, std::optional<CivilDate> birth_date,
                         CivilDate day) {
    if (known.empty()) {
        return {{share_by_age(birth_date, day), ShareSource::Age}, {}};
    }
    ProperShare proper{*std::ranges::min_element(known, {}, &CopayShare::source), {}};
    std::ranges::copy_if(known, std::back_inserter(proper.differing), [&](const CopayShare& other) {
        return other.percent != proper.share.percent;
    });
    return proper;
}

} // namespace madoguchi::eligibility

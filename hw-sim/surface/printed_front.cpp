#include "hw-sim/surface/printed_front.hpp"

#include "hw-sim/card/civil_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace madoguchi::sim {

namespace {

constexpr std::array family_names{"架空", "藤代",   "髙見沢", "佐々木", "渡邊",
                                  "見本", "小野寺", "東海林", "林",     "長谷川"};
constexpr std::array given_names{"花子", "太郎", "美月", "健一", "さくら", "翔", "ゆい", "正三郎"};
constexpr std::array places{"東京都試験区仮町四丁目５番６号　サンプルハイツ２０３",
                            "架空県見本市例町１２番地３", "仮想県試作郡雛形町字模型９８７番地の１",
                            "例示府見本市中央区仮通二丁目１番１号"};
constexpr std::array era_names{"明治", "大正", "昭和", "平成", "令和"};

std::string month_and_day(CivilDate date) {
    return fmt::format("{:2}月{:2}日", static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

CivilDate some_day(CivilDate from, CivilDate to, RandomSource& random) {
    const std::chrono::sys_days first(from);
    const int days = static_cast<int>((std::chrono::sys_days(to) - first).count());
    return first + std::chrono::days(random.whole(0, days));
}

int completed_years(CivilDate birth, CivilDate day) {
    const int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    return years_later(birth, years) > day ? years - 1 : years;
}

// The tenth birthday after issue, the fifth for children; issued in the last nine years.
CivilDate some_expiry(CivilDate birth, CivilDate today, RandomSource& random) {
    constexpr CivilDate majority_at_18{std::chrono::year(2022), std::chrono::April,
                                       std::chrono::day(1)};
    const CivilDate oldest_issue = years_later(today, -9);
    const CivilDate issue = some_day(std::max(birth, oldest_issue), today, random);
    const int age = completed_years(birth, issue);
    const int adult_from = issue < majority_at_18 ? 20 : 18;
    return years_later(birth, age + (age < adult_from ? 5 : 10));
}

Result<std::filesystem::path> some_photo(const std::filesystem::path& personas,
                                         RandomSource& random) {
    std::vector<std::filesystem::path> photos;
    std::error_code error;
    for (const auto& folder : std::filesystem::directory_iterator(personas, error)) {
        const auto photo = folder.path() / "chip.png";
        if (std::filesystem::exists(photo, error)) {
            photos.push_back(photo);
        }
    }
    if (photos.empty()) {
        return fail(ErrorCode::FileUnreadable, "the folder holds no persona with a chip.png");
    }
    std::sort(photos.begin(), photos.end());
    return random.one_of(photos);
}

} // namespace

PrintedFront front_of(const Persona& persona) {
    return {persona.name.kanji,      persona.address,
            persona.birth_date,      persona.sex,
            persona.card.expiry,     persona.card.security_code,
            persona.portrait_file(), Typeface::Gothic};
}

Result<PrintedFront> invent_front(const std::filesystem::path& personas, CivilDate today,
                                  RandomSource& random) {
    PrintedFront front;
    front.name = fmt::format("{}　{}", random.one_of(family_names), random.one_of(given_names));
    front.address = random.one_of(places);
    do { // until the card is still in force
        front.birth_date = some_day(years_later(today, -100), today, random);
        front.expiry = some_expiry(front.birth_date, today, random);
    } while (front.expiry < today);
    front.sex = random.chance(0.5) ? "1" : "2";
    front.security_code = fmt::format("{:04}", random.whole(0, 9999));
    front.photo = MADOGUCHI_TRY(some_photo(personas, random));
    front.typeface = random.chance(0.5) ? Typeface::Gothic : Typeface::Mincho;
    return front;
}

std::string printed_birth_date(CivilDate date) {
    const EraYear year = era_year(date);
    const auto* const era = era_names.at(static_cast<std::size_t>(year.era - '1'));
    return (year.year == 1 ? fmt::format("{}元年", era) : fmt::format("{}{:2}年", era, year.year)) +
           month_and_day(date) + "生";
}

std::string printed_expiry(CivilDate date) {
    return fmt::format("{}年", static_cast<int>(date.year())) + month_and_day(date) + "まで有効";
}

std::string verification_number_b(const PrintedFront& front) {
    return era_date_digits(front.birth_date) +
           fmt::format("{:04}", static_cast<int>(front.expiry.year())) + front.security_code;
}

} // namespace madoguchi::sim

#include "tests/support/identity/families.hpp"

#include "eligibility/identity/visit_ties.hpp"
#include "tests/support/identity/name_stock.hpp"

#include <numeric>
#include <random>
#include <string>

namespace madoguchi::test {

namespace {

using namespace eligibility;
using namespace eligibility::identity;

using Dice = std::mt19937_64;

// Not std::uniform_int_distribution: its numbers are not the same with every library.
std::size_t below(Dice& dice, std::size_t limit) {
    return static_cast<std::size_t>(dice() % limit);
}

bool happens(Dice& dice, std::size_t per_thousand) {
    return below(dice, 1000) < per_thousand;
}

template <typename Stock>
const auto& one_of(Dice& dice, const Stock& stock) {
    return stock.at(below(dice, stock.size()));
}

struct Home {
    std::string_view prefecture, city, town, building; // building empty: a house
    std::size_t block = 0, lot = 0, number = 0, room = 0;
};

struct Person {
    const stock::Name* family = nullptr;
    const stock::Name* given = nullptr;
    CivilDate born{};
    Sex sex = Sex::Female;
    Home home;
    std::string insured_number;
    std::string branch;
    std::string chart;
    std::uint64_t card_key = 0;
    std::uint64_t register_notation = 0; // the dice by which the register writes name and home
};

Home make_home(Dice& dice) {
    Home home{one_of(dice, stock::prefectures),
              one_of(dice, stock::cities),
              one_of(dice, stock::towns),
              "",
              1 + below(dice, 9),
              1 + below(dice, 40),
              1 + below(dice, 30),
              0};
    if (happens(dice, 400)) {
        home.building = one_of(dice, stock::buildings);
        home.room = 100 * (1 + below(dice, 9)) + 1 + below(dice, 12);
    }
    return home;
}

CivilDate make_birth(Dice& dice, int earliest, int years) {
    return CivilDate{std::chrono::year{
                         earliest + static_cast<int>(below(dice, static_cast<std::size_t>(years)))},
                     std::chrono::month{static_cast<unsigned>(1 + below(dice, 12))},
                     std::chrono::day{static_cast<unsigned>(1 + below(dice, 28))}};
}

Person make_person(Dice& dice, const stock::Name& family, const Home& home, CivilDate born) {
    Person person;
    person.family = &family;
    person.sex = happens(dice, 500) ? Sex::Male : Sex::Female;
    person.given =
        person.sex == Sex::Male ? &one_of(dice, stock::men) : &one_of(dice, stock::women);
    person.born = born;
    person.home = home;
    person.card_key = dice();
    person.register_notation = dice();
    person.chart = std::to_string(dice() % 1'000'000'000'000ULL);
    return person;
}

// Two adults and up to three children; more of them are twins than in life, so that twins are
// tried. No two have one given name.
std::vector<Person> make_family(Dice& dice) {
    const stock::Name& name = one_of(dice, stock::families);
    const Home home = make_home(dice);
    std::vector<Person> family;
    const std::size_t size = 1 + below(dice, 5);
    const std::string number = std::to_string(10'000'000 + dice() % 90'000'000'000ULL);
    while (family.size() < size) {
        const bool child = family.size() >= 2;
        const bool twin = family.size() >= 3 && happens(dice, 150);
        Person person = make_person(dice, name, home,
                                    twin    ? family.back().born
                                    : child ? make_birth(dice, 1998, 27)
                                            : make_birth(dice, 1940, 55));
        const bool taken = std::any_of(family.begin(), family.end(), [&](const Person& other) {
            return other.given->kana == person.given->kana;
        });
        if (!taken) {
            person.insured_number = number;
            person.branch = "0" + std::to_string(family.size() + 1);
            family.push_back(person);
        }
    }
    return family;
}

std::string kanji_number(std::size_t number) {
    static const std::array<std::string, 10> digits{"",   "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
    const std::string tens = number < 10 ? "" : (number < 20 ? "" : digits.at(number / 10)) + "十";
    return tens + digits.at(number % 10);
}

std::string wide_digits(const std::string& text) {
    static const std::array<std::string, 10> digits{"０", "１", "２", "３", "４",
                                                    "５", "６", "７", "８", "９"};
    std::string wide;
    for (const char c : text) {
        wide += c >= '0' && c <= '9' ? digits.at(static_cast<std::size_t>(c - '0'))
                                     : std::string(c == '-' ? "－" : std::string(1, c));
    }
    return wide;
}

std::string lots_of(Dice& dice, const Home& home) {
    const std::string block = std::to_string(home.block);
    const std::string lot = std::to_string(home.lot);
    const std::string number = std::to_string(home.number);
    switch (below(dice, 4)) {
    case 0:
        return block + "-" + lot + "-" + number;
    case 1:
        return wide_digits(block + "-" + lot + "-" + number);
    case 2:
        return kanji_number(home.block) + "丁目" + wide_digits(lot) + "番" + wide_digits(number) +
               "号";
    default:
        return kanji_number(home.block) + "丁目" + lot + "番地の" + number;
    }
}

std::string address_of(Dice& dice, const Home& home) {
    std::string address = happens(dice, 700) ? std::string(home.prefecture) : "";
    address += std::string(home.city) + std::string(home.town) + lots_of(dice, home);
    if (!home.building.empty() && happens(dice, 700)) {
        address += "　" + std::string(home.building) + std::to_string(home.room) +
                   (happens(dice, 500) ? "号室" : "");
    }
    return address;
}

std::string name_of_person(Dice& dice, const Person& person) {
    const auto form = [&](const stock::Name& name) {
        const bool other = !name.other_form.empty() && happens(dice, 300);
        return std::string(other ? name.other_form : name.kanji);
    };
    const std::array<std::string, 3> spaces{"　", " ", ""};
    return form(*person.family) + one_of(dice, spaces) + form(*person.given);
}

// As the person's own card and records say it.
BasicItems items_of(Dice& dice, const Person& person) {
    BasicItems items;
    items.name = name_of_person(dice, person);
    items.birth_date = person.born;
    items.sex = person.sex;
    items.address = address_of(dice, person.home);
    return items;
}

// With what insurers and clinics add, lack and have not heard of yet.
BasicItems record_of(Dice& dice, const Person& person) {
    Person known = person;
    if (happens(dice, 40)) {
        known.home = make_home(dice); // before a move
    }
    BasicItems items = items_of(dice, known);
    items.kana = std::string(person.family->kana) + "　" + std::string(person.given->kana);
    if (happens(dice, 44)) { // 4.4 % of the names show ●
        const std::string first =
            items.name.starts_with("\xF0") ? items.name.substr(0, 4) : items.name.substr(0, 3);
        items.name = "●" + items.name.substr(first.size());
    }
    if (happens(dice, 10)) {
        items.sex = Sex::NotStated;
    }
    if (happens(dice, 20)) {
        items.kana.clear();
    }
    return items;
}

Encounter ordinary_encounter(Dice& dice, const Person& person) {
    Encounter encounter;
    Dice as_registered(person.register_notation); // every card of the person has the same text
    encounter.card = items_of(as_registered, person);
    encounter.card_key = person.card_key;
    encounter.answer = record_of(dice, person);
    encounter.insurance = {"06999007", "", person.insured_number, person.branch};
    encounter.reference_number = happens(dice, 500) ? person.chart : "";
    encounter.chart = person.chart;
    encounter.chart_items = record_of(dice, person);
    return encounter;
}

void give_record_of(Dice& dice, Encounter& encounter, const Person& other) {
    encounter.answer = record_of(dice, other);
    encounter.insurance = {"06999007", "", other.insured_number, other.branch};
    encounter.reference_number.clear();
}

// Somebody of the same name elsewhere; visits the clinic too.
Person namesake_of(Dice& dice, const Person& person, bool same_birth) {
    Person other = person;
    do {
        other.home = make_home(dice);
    } while (other.home.town == person.home.town);
    while (!same_birth && other.born == person.born) {
        other.born = make_birth(dice, 1940, 80);
    }
    other.card_key = dice();
    other.register_notation = dice();
    other.chart = std::to_string(dice() % 1'000'000'000'000ULL);
    other.insured_number = std::to_string(10'000'000 + dice() % 90'000'000'000ULL);
    return other;
}

const Person* sibling(const std::vector<Person>& family, const Person& person, bool twin) {
    for (const Person& other : family) {
        if (&other != &person && (other.born == person.born) == twin) {
            return &other;
        }
    }
    return nullptr;
}

// Plants one mis-link with this person, and adds visits of those it involves.
void plant(Dice& dice, std::vector<Visit>& visits, const std::vector<Person>& family,
           const Person& person) {
    Visit wrong{ordinary_encounter(dice, person), Planted::Nothing};
    const auto kind = static_cast<Planted>(1 + below(dice, planted_count - 1));
    const bool same_birth = kind == Planted::NamesakeSameBirth;
    const Person namesake = namesake_of(dice, person, same_birth);
    const Person stranger = make_family(dice).front();
    const Person* relative = sibling(family, person, kind == Planted::Twin);
    wrong.planted = kind;
    switch (kind) {
    case Planted::FamilySwap:
    case Planted::Twin:
        if (relative == nullptr) {
            return;
        }
        give_record_of(dice, wrong.encounter, *relative);
        break;
    case Planted::NamesakeOtherBirth:
    case Planted::NamesakeSameBirth:
        visits.push_back({ordinary_encounter(dice, namesake), Planted::Nothing});
        give_record_of(dice, wrong.encounter, namesake);
        break;
    case Planted::Stranger:
        give_record_of(dice, wrong.encounter, stranger);
        break;
    case Planted::OthersChart:
        wrong.encounter.chart = stranger.chart;
        wrong.encounter.chart_items = record_of(dice, stranger);
        wrong.encounter.reference_number.clear();
        break;
    default:
        wrong.encounter.reference_number = stranger.chart;
        break;
    }
    visits.push_back(std::move(wrong));
}

// As the terminal does it: what is seen to be wrong is not remembered.
bool alarms(const Encounter& encounter, TieMemory& memory) {
    const bool stopped = compare(encounter.card, encounter.answer).verdict() == Verdict::Stop ||
                         compare(encounter.card, *encounter.chart_items).verdict() == Verdict::Stop;
    return stopped || !signals_of(encounter).empty() || !note_visit(encounter, memory).empty();
}

} // namespace

std::vector<Visit> visits_of_family(std::uint64_t number, std::uint64_t seed) {
    Dice dice(seed * 0x9E3779B97F4A7C15ULL + number);
    std::vector<Person> family = make_family(dice);
    std::vector<Visit> visits;
    for (Person& person : family) {
        visits.push_back({ordinary_encounter(dice, person), Planted::Nothing});
        if (happens(dice, 20)) {
            person.card_key = dice(); // renewed
            if (happens(dice, 50)) {
                person.home = make_home(dice);
            }
        }
        if (happens(dice, 10)) {
            plant(dice, visits, family, person);
        } else {
            visits.push_back({ordinary_encounter(dice, person), Planted::Nothing});
        }
    }
    return visits;
}

std::uint64_t TrialCounts::all_planted() const {
    return std::accumulate(planted.begin(), planted.end(), std::uint64_t{0});
}

std::uint64_t TrialCounts::all_caught() const {
    return std::accumulate(caught.begin(), caught.end(), std::uint64_t{0});
}

TrialCounts try_families(std::uint64_t families, std::uint64_t seed) {
    constexpr std::size_t no_limit = std::size_t{1} << 32U;
    TiesInMemory memory(no_limit);
    TrialCounts counts;
    for (std::uint64_t number = 0; number < families; ++number) {
        for (const Visit& visit : visits_of_family(number, seed)) {
            const bool alarm = alarms(visit.encounter, memory);
            const auto kind = static_cast<std::size_t>(visit.planted);
            ++counts.visits;
            if (visit.planted == Planted::Nothing) {
                counts.false_alarms += alarm ? 1 : 0;
            } else {
                ++counts.planted.at(kind);
                counts.caught.at(kind) += alarm ? 1 : 0;
            }
        }
    }
    return counts;
}

} // namespace madoguchi::test

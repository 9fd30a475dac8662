#include "hw-sim/card/civil_dates.hpp"
#include "tests/support/cards/simulated_card.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace madoguchi;
using namespace madoguchi::sim;
using namespace std::chrono_literals;

TEST_CASE("the published example of 照合番号B and the birth date number is reproduced") {
    Persona example;
    example.birth_date = 1980y / 2 / 17;
    example.card.expiry = 2035y / 2 / 17;
    example.card.security_code = "2285";
    CHECK(example.verification_number_b() == "55021720352285");
    CHECK(example.birth_date_number() == "550217");
}

TEST_CASE("a birth date is written in the year of its era") {
    struct Case {
        CivilDate date;
        char era;
        const char* digits;
    };
    const auto example = GENERATE(values<Case>({
        {1912y / 7 / 29, '1', "450729"},
        {1912y / 7 / 30, '2', "010730"},
        {1926y / 12 / 24, '2', "151224"},
        {1926y / 12 / 25, '3', "011225"},
        {1989y / 1 / 7, '3', "640107"},
        {1989y / 1 / 8, '4', "010108"},
        {2009y / 10 / 29, '4', "211029"},
        {2019y / 4 / 30, '4', "310430"},
        {2019y / 5 / 1, '5', "010501"},
    }));
    CHECK(era_year(example.date).era == example.era);
    CHECK(era_date_digits(example.date) == example.digits);
}

TEST_CASE("only real days written YYYY-MM-DD are dates") {
    CHECK(parse_iso_date("2024-02-29").value() == CivilDate(2024y / 2 / 29));
    const auto* const refused = GENERATE("", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01",
                                         "20240101", "2024-01-01 ", "2024-01-0x");
    CHECK(parse_iso_date(refused).error().code() == ErrorCode::ValueInvalid);
}

TEST_CASE("each persona of the repository loads and names itself") {
    const std::string id = GENERATE("p02", "p03", "p05", "p09", "p16");
    const Persona persona = test::persona(id);
    CHECK(persona.id == id);
    CHECK(persona.name.kanji.find("　") != std::string::npos);
    CHECK(persona.verification_number_b().size() == 14);
    CHECK(persona.verification_number_6().size() == 6);
    CHECK(persona.verification_number_6() != "000000");
    CHECK(persona.card.expiry > CivilDate(2026y / 11 / 20));
    CHECK(std::filesystem::exists(persona.portrait_file()));
}

TEST_CASE("no persona's 個人番号 can be a real one: its check digit is wrong") {
    const std::string id = GENERATE("p02", "p03", "p05", "p09", "p16");
    const std::string number = test::persona(id).individual_number;
    int sum = 0;
    for (int n = 1; n <= 11; ++n) { // counted from the right, behind the check digit
        const int weight = n <= 6 ? n + 1 : n - 5;
        sum += weight * (number[static_cast<std::size_t>(11 - n)] - '0');
    }
    const int right_digit = sum % 11 <= 1 ? 0 : 11 - sum % 11;
    CHECK(number[11] - '0' != right_digit);
}

TEST_CASE("a persona without its file is unreadable, not empty") {
    CHECK(Persona::load(test::persona_folder("p99")).error().code() == ErrorCode::FileUnreadable);
}

namespace {

// p02's file with one piece of text replaced.
Result<Persona> load_altered(const std::string& what, const std::string& by) {
    std::ifstream in(test::persona_folder("p02") / "persona.toml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto place = text.find(what);
    REQUIRE(place != std::string::npos);
    text.replace(place, what.size(), by);
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "persona.toml") << text;
    return Persona::load(folder.path());
}

} // namespace

TEST_CASE("a persona with any field missing or malformed is refused whole") {
    struct Case {
        const char* what;
        const char* by;
        ErrorCode code;
    };
    const auto example = GENERATE(values<Case>({
        {"id = \"p02\"", "id = \"../p02\"", ErrorCode::ValueInvalid},
        {"id = \"p02\"", "", ErrorCode::ValueInvalid},
        {"2006-02-08", "2006-02-30", ErrorCode::ValueInvalid},
        {"2006-02-08", "2046-02-08", ErrorCode::ValueInvalid}, // born after the card's expiry
        {"2006-02-08", "1868-10-22", ErrorCode::ValueInvalid}, // before any era
        {"sex = \"2\"", "sex = \"3\"", ErrorCode::ValueInvalid},
        {"sex = \"2\"", "sex = 2", ErrorCode::ValueInvalid},
        {"security_code = \"4713\"", "security_code = \"471\"", ErrorCode::ValueInvalid},
        {"verification_number = \"402817\"", "verification_number = \"40281\"",
         ErrorCode::ValueInvalid},
        {"verification_number = \"402817\"", "verification_number = 402817",
         ErrorCode::ValueInvalid},
        {"authentication = \"2468\"", "authentication = \"246a\"", ErrorCode::ValueInvalid},
        {"SIMCARD02", "simcard02", ErrorCode::ValueInvalid},
        {"SIMCARD02", "SIMCARDXX", ErrorCode::ValueInvalid},
        {"SIMCARD02", "12345678", ErrorCode::ValueInvalid},
        {"relationship = \"2\"", "relationship = \"7\"", ErrorCode::ValueInvalid},
        {"[insurance]", "[insurance", ErrorCode::SyntaxInvalid},
    }));
    INFO(example.by);
    CHECK(load_altered(example.what, example.by).error().code() == example.code);
}

TEST_CASE("a persona of before the next-generation card has the same 照合番号 as all others") {
    CHECK(load_altered("verification_number = \"402817\"", "")->verification_number_6() ==
          "000000");
}

#include "surface/field/date_text.hpp"
#include "tests/unit/surface/characters.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;

TEST_CASE("the numbers of a birth date are read, whatever is left of its era's name") {
    const auto [text, date] = GENERATE(table<const char*, DateNumbers>({
        {"昭和41年3月5日生", {41, 3, 5}},
        {"平成元年12月31日生", {1, 12, 31, true}},
        {"有昭和2年1月3日生性", {2, 1, 3}},
        {"和41年3月5日生", {41, 3, 5}},
        {"生和41年3月5日", {41, 3, 5}},
        {"昭和1年3月5日生", {1, 3, 5}}, // what a slip leaves of 11年, which is not 元年
        {"昭和0年3月5日生", {0, 3, 5}}, // of 60年
    }));
    const auto read = parse_birth_date(characters(text));
    REQUIRE(read);
    CHECK(read->value == date);
}

TEST_CASE("one mark of a date may be read as another character") {
    CHECK(parse_birth_date(characters("平成25年2月28和生"))->value == DateNumbers{25, 2, 28});
    CHECK(parse_expiry(characters("2031年4有23日まで"))->value == DateNumbers{2031, 4, 23});
    CHECK_FALSE(parse_expiry(characters(
        GENERATE("2031年4有23有まで", "2031年4月2まで有効", "2031年4月2生", "2031423日まで"))));
}

TEST_CASE("what is not wholly a birth date is none") {
    CHECK_FALSE(parse_birth_date(characters(
        GENERATE("", "昭和41年3月5", "昭和年3月5日生", "昭和41年月5日生", "昭和41年3月日生",
                 "昭和411年3月5日生", "昭和41年113月5日生", "1966年3月5日生", "41年3月5日生",
                 "年41年3月5日生", "昭和4 1年3月5日生"))));
}

TEST_CASE("expiry dates have a year of four digits") {
    const auto read = parse_expiry(characters("2031年3月5日まで有効"));
    REQUIRE(read);
    CHECK(read->value == DateNumbers{2031, 3, 5});
    CHECK_FALSE(parse_expiry(
        characters(GENERATE("031年3月5日まで有効", "20311年3月5日まで有効", "2031年3月5",
                            "令和13年3月5日まで有効", "20313月5日まで有効"))));
}

TEST_CASE("a security code is four digits and nothing else") {
    const auto read = parse_security_code(characters("0719"));
    REQUIRE(read);
    CHECK(read->value == CodeDigits{'0', '7', '1', '9'});
    CHECK_FALSE(
        parse_security_code(characters(GENERATE("", "071", "07199", "071年", "07-9", "０７１９"))));
}

TEST_CASE("a field is as sure as the least sure character that matters") {
    CHECK(parse_birth_date(characters("昭和41年3月5日生", 3))->confidence == Approx(0.25));
    CHECK(parse_birth_date(characters("昭和41年3月5日生", 9))->confidence == Approx(0.9));
    CHECK(parse_security_code(characters("0719", 0))->confidence == Approx(0.25));
}

TEST_CASE("numbers of a date are told apart by how many digits each has") {
    const auto [text, year_digits, counts, date] =
        GENERATE(table<const char*, int, DigitCounts, DateNumbers>({
            {"49211", 2, {2, 1, 2}, {49, 2, 11}},
            {"49211", 2, {2, 2, 1}, {49, 21, 1}}, // no calendar's, which others see
            {"7103", 1, {1, 2, 1}, {7, 10, 3}},
            {"20311213", 4, {2, 2, 2}, {2031, 12, 13}},
        }));
    const auto read = parse_numbers(characters(text), year_digits, counts);
    REQUIRE(read);
    CHECK(read->value == date);
}

TEST_CASE("other characters than those digits are no numbers of a date") {
    const DigitCounts counts{2, 1, 2};
    CHECK_FALSE(parse_numbers(
        characters(GENERATE("", "4921", "492111", "49年11", "49205", "09211")), 2, counts));
    CHECK(parse_numbers(characters("49211", 2), 2, counts)->confidence == Approx(0.25));
}

TEST_CASE("an era is known by its name before a year, or by the second character of it") {
    const auto [text, eras] = GENERATE(table<const char*, PossibleEras>({
        {"明治45年", {Era::Meiji}},
        {"大正15年", {Era::Taisho}},
        {"有昭和4月", {Era::Showa}},
        {"平成31年", {Era::Heisei}},
        {"令和元年", {Era::Reiwa}},
        {"成31年", {Era::Heisei}},
        {"生和49年", {Era::Showa, Era::Reiwa}},
        {"", {}},
        {"昭", {}},
        {"昭49年", {}},
        {"昭成49年", {}}, // begins as one and ends as another
        {"明和49年", {}},
        {"25年2月28和生", {}}, // before no year
    }));
    CHECK(parse_era(characters(text)) == eras);
}

TEST_CASE("marks of a date are counted") {
    CHECK(date_marks(characters("昭和41年3月5日生")) == 3);
    CHECK(date_marks(characters("12345")) == 0);
}

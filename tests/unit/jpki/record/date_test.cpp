#include "jpki/record/date.hpp"
#include "jpki/record/era_date.hpp"
#include "jpki/record/sex.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace std::chrono_literals;

TEST_CASE("a birth date may lack its day or month, and nothing else") {
    struct Case {
        std::string digits;
        std::optional<std::string> iso;
    };
    const auto example = GENERATE(values<Case>({
        {"19800217", "1980-02-17"},
        {"19840229", "1984-02-29"},
        {"19830229", std::nullopt},
        {"19800200", "1980-02"},
        {"19800000", "1980"},
        {"19800017", std::nullopt},
        {"19801301", std::nullopt},
        {"19800230", std::nullopt},
        {"00000101", std::nullopt},
        {"1980021", std::nullopt},
        {"198002177", std::nullopt},
        {"1980021a", std::nullopt},
        {"１９８", std::nullopt},
        {"", std::nullopt},
    }));
    CAPTURE(example.digits);
    const auto date = parse_birth_date(as_bytes(example.digits));
    REQUIRE(date.has_value() == example.iso.has_value());
    if (date) {
        CHECK(to_iso(*date) == *example.iso);
    }
}

TEST_CASE("an expiry date must be whole") {
    CHECK(parse_date(as_bytes("20350217")) == CivilDate(2035y / 2 / 17));
    CHECK_FALSE(parse_date(as_bytes("20350200")).has_value());
}

TEST_CASE("a date is said in the era that its day belongs to") {
    struct Case {
        CivilDate date;
        std::string japanese;
    };
    const auto example = GENERATE(values<Case>({
        {2019y / 5 / 1, "令和元年5月1日"},
        {2019y / 4 / 30, "平成31年4月30日"},
        {1989y / 1 / 8, "平成元年1月8日"},
        {1989y / 1 / 7, "昭和64年1月7日"},
        {1980y / 2 / 17, "昭和55年2月17日"},
        {1926y / 12 / 25, "昭和元年12月25日"},
        {1926y / 12 / 24, "大正15年12月24日"},
        {1912y / 7 / 30, "大正元年7月30日"},
        {1912y / 7 / 29, "明治45年7月29日"},
        {1873y / 1 / 1, "明治6年1月1日"},
    }));
    const auto said = era_date(example.date);
    REQUIRE(said.has_value());
    CHECK(to_japanese(*said) == example.japanese);
    CHECK_FALSE(era_date(1872y / 12 / 31).has_value());
}

TEST_CASE("sex is one digit, and all that is neither male nor female is not stated") {
    CHECK(parse_sex(as_bytes("1")) == Sex::Male);
    CHECK(parse_sex(as_bytes("2")) == Sex::Female);
    for (const char* other : {"0", "3", "9"}) {
        CHECK(parse_sex(as_bytes(other)) == Sex::NotStated);
    }
    for (const char* wrong : {"", "4", "11", "M"}) {
        CHECK_FALSE(parse_sex(as_bytes(wrong)).has_value());
    }
}

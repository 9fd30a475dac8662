#include "eligibility/fallback/insurer_number.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace madoguchi::eligibility;

TEST_CASE("an insurer number has six or eight digits, the last of which proves the others") {
    for (const char* number :
         {"06999007", "39999008", "01999002", "12996013", "999003", "77777779"}) {
        INFO(number);
        CHECK_FALSE(judge_insurer_number(number));
    }
}

TEST_CASE("an insurer number that cannot stand says why") {
    struct Case {
        const char* number;
        InsurerNumberFault fault;
    };
    const Case cases[] = {
        {"", InsurerNumberFault::WrongLength},
        {"9990030", InsurerNumberFault::WrongLength},
        {"069990070", InsurerNumberFault::WrongLength},
        {"0699900a", InsurerNumberFault::NotDigits},
        {"06 99907", InsurerNumberFault::NotDigits},
        {"０６９９９００７", InsurerNumberFault::NotDigits}, // full width
        {"06999008", InsurerNumberFault::CheckDigit},
        {"77777777", InsurerNumberFault::CheckDigit}, // means "unknown" in claims, is no insurer
    };
    for (const auto& [number, fault] : cases) {
        INFO(number);
        CHECK(judge_insurer_number(number) == fault);
    }
}

TEST_CASE("every slip of one digit is noticed") {
    const std::string number = "06999007";
    for (std::size_t place = 0; place < number.size(); ++place) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string slip = number;
            slip[place] = digit;
            INFO(slip);
            CHECK(judge_insurer_number(slip).has_value() == (slip != number));
        }
    }
}

TEST_CASE("the kind of insurance shows in the number") {
    CHECK(is_national_health("999003"));
    CHECK_FALSE(is_national_health("06999007"));
    CHECK(is_late_elderly("39999008"));
    CHECK_FALSE(is_late_elderly("06999007"));
    CHECK_FALSE(is_late_elderly("399990"));
}

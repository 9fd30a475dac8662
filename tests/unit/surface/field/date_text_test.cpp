#include "surface/field/date_text.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;

namespace {

// One entry a UTF-8 character; the given one is less sure than the others.
Characters characters(std::string_view text, std::size_t unsure = 99) {
    Characters result;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80) {
            result.push_back({{}, result.size() == unsure ? 0.25F : 0.9F});
        }
        result.back().text += byte;
    }
    return result;
}

} // namespace

TEST_CASE("birth dates are read in every era") {
    const auto [text, date] = GENERATE(table<const char*, BirthDate>({
        {"昭和41年3月5日生", {Era::Showa, 41, 3, 5}},
        {"平成元年12月31日生", {Era::Heisei, 1, 12, 31}},
        {"令和7年10月10日生", {Era::Reiwa, 7, 10, 10}},
        {"大正15年1月1日生", {Era::Taisho, 15, 1, 1}},
        {"明治45年2月28日", {Era::Meiji, 45, 2, 28}},
        {"有昭和2年1月3日生性", {Era::Showa, 2, 1, 3}},
    }));
    const auto read = parse_birth_date(characters(text));
    REQUIRE(read);
    CHECK(read->value == date);
}

TEST_CASE("what is not wholly a birth date is none") {
    CHECK_FALSE(parse_birth_date(characters(
        GENERATE("", "昭和41年3月5", "昭和年3月5日生", "昭和41年月5日生", "昭和41年3月日生",
                 "昭41年3月5日生", "昭和411年3月5日生", "昭和41年113月5日生", "1966年3月5日生",
                 "昭和41年3月5月生", "昭和4 1年3月5日生"))));
}

TEST_CASE("expiry dates have a year of four digits") {
    const auto read = parse_expiry(characters("2031年3月5日まで有効"));
    REQUIRE(read);
    CHECK(read->value == ExpiryDate{2031, 3, 5});
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

TEST_CASE("marks of a date are counted") {
    CHECK(date_marks(characters("昭和41年3月5日生")) == 3);
    CHECK(date_marks(characters("12345")) == 0);
}

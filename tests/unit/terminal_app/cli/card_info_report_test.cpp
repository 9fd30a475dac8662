#include "terminal_app/cli/card_info_report.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;
using namespace std::chrono;

namespace {

constexpr CivilTime now = sys_days(2026y / November / 20);

TokenInfo good_card() {
    TokenInfo info;
    info.survey.has_input_support = true;
    info.survey.has_surface = true;
    info.certificate = jpki::ValidityPeriod{now - days(400), now + days(400)};
    info.counters = {{authentication_pin, "PIN", 3},
                     {input_support_pin, "PIN", 3},
                     {input_support_number_b, "B", 10},
                     {surface_number_b, "B", 10}};
    return info;
}

bool says(const TokenInfo& info, std::string_view words) {
    return to_text(info, CardPlace{}, false, now).find(words) != std::string::npos;
}

void expect_ways(const TokenInfo& info, bool face, bool pin) {
    CHECK(says(info, face ? "✓ by face" : "✗ by face"));
    CHECK(says(info, pin ? "✓ by PIN" : "✗ by PIN"));
}

} // namespace

TEST_CASE("card info offers the ways that a reception would take, and says why not the others") {
    TokenInfo info = good_card();
    expect_ways(info, true, true);

    SECTION("the authentication PIN is blocked, the other is not") {
        info.counters[0].tries_left = 0;
        expect_ways(info, true, false);
        CHECK(says(info, "the authentication PIN is blocked"));
    }
    SECTION("no PIN at all") {
        info.counters[0].tries_left.reset();
        info.counters[1].tries_left.reset();
        expect_ways(info, true, false);
        CHECK(says(info, "顔認証マイナンバーカード"));
    }
    SECTION("照合番号B of the card face is blocked") {
        info.counters[3].tries_left = 0;
        expect_ways(info, false, true);
    }
    SECTION("照合番号B of the basic four items is blocked") {
        info.counters[2].tries_left = 0;
        expect_ways(info, false, false);
    }
    SECTION("a certificate in grace is accepted") {
        info.certificate->not_after = now - days(30);
        expect_ways(info, true, true);
    }
    SECTION("a dead certificate is not") {
        info.certificate->not_after = now - days(200);
        expect_ways(info, false, false);
        CHECK(says(info, "no grace is left"));
    }
    SECTION("a phone has no card face") {
        info.survey.has_surface = false;
        info.certificate.reset();
        expect_ways(info, false, false);
        CHECK(says(info, "no card face"));
    }
}

TEST_CASE("card info says in words and in JSON that the next generation is provisional") {
    constexpr const char* words = "next generation (provisional, no public APDU specification)";
    TokenInfo info = good_card();
    CHECK_FALSE(says(info, "provisional"));
    CHECK_FALSE(to_json(info, CardPlace{}, false)["token"].contains("remark"));
    info.token.kind = jpki::TokenKind::NextGenerationCard;
    CHECK(says(info, words));
    CHECK(to_json(info, CardPlace{}, false)["token"]["remark"] == words);
}

TEST_CASE("card info offers the ways of a next-generation card by its one application and number") {
    TokenInfo info = good_card();
    info.token.kind = jpki::TokenKind::NextGenerationCard;
    info.survey = {};
    info.survey.has_card_data = true;
    info.counters = {{authentication_pin, "PIN", 3}, {card_data_number, "N", 10}};
    expect_ways(info, true, true);
    CHECK(says(info, "✓ 券面等 (card face, basic four items)"));
    CHECK_FALSE(says(info, "券面事項入力補助"));
    SECTION("照合番号 is blocked") {
        info.counters[1].tries_left = 0;
        expect_ways(info, false, false);
        CHECK(says(info, "照合番号 is blocked"));
    }
    SECTION("the authentication PIN is blocked") {
        info.counters[0].tries_left = 0;
        expect_ways(info, true, false);
    }
    SECTION("the application is missing") {
        info.survey.has_card_data = false;
        expect_ways(info, false, false);
    }
}

#include "terminal_app/service/card_remark.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace std::chrono_literals;

namespace {

using Kind = CardRemark::Kind;

// 23:59:59 in Japan, as real certificates end.
CivilTime end_of_day_in_japan(CivilDate day) {
    return CivilTime(std::chrono::sys_days(day)) + 15h - 1s;
}

const jpki::ValidityPeriod certificate{end_of_day_in_japan(2022y / 9 / 3),
                                       end_of_day_in_japan(2027y / 9 / 3)};

struct Case {
    CivilTime now;
    std::optional<CardRemark> remark;
};

} // namespace

TEST_CASE(
    "a certificate is remarked upon from three months before its end to the end of its grace") {
    const CardRemark soon{Kind::CertificateEndsSoon, 2027y / 9};
    const CardRemark grace{Kind::CertificateInGrace, 2027y / 12};
    const std::vector<Case> cases{
        {end_of_day_in_japan(2027y / 6 / 3) - 1s, std::nullopt},
        {end_of_day_in_japan(2027y / 6 / 3), soon},
        {certificate.not_after, soon},
        {certificate.not_after + 1s, grace},
        {end_of_day_in_japan(2027y / 12 / 3), grace},
        {end_of_day_in_japan(2027y / 12 / 3) + 1s, std::nullopt}, // no reception accepts it
        {CivilTime{}, std::nullopt},                              // the clock is wrong
    };
    for (const Case& at : cases) {
        INFO(at.now.time_since_epoch().count());
        CHECK(remark_on(certificate, at.now) == at.remark);
    }
}

TEST_CASE("the card itself is remarked upon from three months before its last day, for ever") {
    const CivilDate last_day = 2027y / 9 / 3;
    const CardRemark soon{Kind::CardEndsSoon, 2027y / 9};
    const CardRemark expired{Kind::CardExpired, 2027y / 9};
    const std::vector<Case> cases{
        {end_of_day_in_japan(2027y / 6 / 3) - 1s, std::nullopt},
        {end_of_day_in_japan(2027y / 6 / 3), soon},
        {end_of_day_in_japan(last_day), soon},
        {end_of_day_in_japan(last_day) + 1s, expired},
        {end_of_day_in_japan(2031y / 1 / 1), expired},
        {CivilTime{}, std::nullopt},
    };
    for (const Case& at : cases) {
        INFO(at.now.time_since_epoch().count());
        CHECK(remark_on_card(last_day, at.now) == at.remark);
    }
}

TEST_CASE("the month of a remark is that of Japan") {
    const jpki::ValidityPeriod ends_at_new_year{
        certificate.not_before, CivilTime(std::chrono::sys_days(2027y / 12 / 31)) + 15h};
    CHECK(remark_on(ends_at_new_year, ends_at_new_year.not_after) ==
          CardRemark{Kind::CertificateEndsSoon, 2028y / 1});
}

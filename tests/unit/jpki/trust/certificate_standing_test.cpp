#include "jpki/trust/certificate_standing.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using namespace std::chrono_literals;
using std::chrono::sys_days;

namespace {

// The last second of a day in Japan, where certificates end.
CivilTime end_of_day_in_japan(std::chrono::year_month_day day) {
    return CivilTime(sys_days(day)) + 14h + 59min + 59s;
}

CheckResult validity_at(CivilTime now, GraceRule grace) {
    const TrustAnchors anchors = AnchorsFolder::good();
    TrustExaminer examiner(anchors, now, grace);
    static_cast<void>(examiner.examine_certificate_file(make_certificate({})));
    return examiner.verdict().result(Check::CertificateValidity);
}

} // namespace

TEST_CASE("a certificate has four states in its life, with borders at the second") {
    const ValidityPeriod period{sys_days(2024y / 2 / 17), end_of_day_in_japan(2029y / 2 / 17)};
    const CivilTime soon = end_of_day_in_japan(2028y / 11 / 17);
    const CivilTime end_of_grace = end_of_day_in_japan(2029y / 5 / 17);
    struct Case {
        CivilTime now;
        std::string standing;
    };
    const std::vector<Case> cases{
        {CivilTime(sys_days(1970y / 1 / 1)), "clock-implausible"},
        {CivilTime(sys_days(2026y / 1 / 1)) - 1s, "clock-implausible"},
        {CivilTime(sys_days(2026y / 1 / 1)), "valid"},
        {soon - 1s, "valid"},
        {soon, "expires-soon"},
        {period.not_after, "expires-soon"},
        {period.not_after + 1s, "in-grace"},
        {end_of_grace, "in-grace"},
        {end_of_grace + 1s, "dead"},
        {CivilTime(sys_days(2100y / 1 / 1)) - 1s, "dead"},
        {CivilTime(sys_days(2100y / 1 / 1)), "clock-implausible"},
    };
    for (const Case& example : cases) {
        CAPTURE(example.now.time_since_epoch().count());
        CHECK(name_of(standing_of(period, example.now, GraceRule::ThreeMonths)) ==
              example.standing);
    }
}

TEST_CASE("a certificate is not valid before its first second") {
    const ValidityPeriod period{test_time(), test_time() + 1000h};
    CHECK(standing_of(period, test_time() - 1s, GraceRule::ThreeMonths) ==
          CertificateStanding::NotYetValid);
    CHECK(standing_of(period, test_time(), GraceRule::ThreeMonths) !=
          CertificateStanding::NotYetValid);
}

TEST_CASE("grace ends by the calendar of Japan") {
    struct Case {
        std::string what;
        std::chrono::year_month_day expired;
        GraceRule grace;
        std::chrono::year_month_day end;
    };
    using enum GraceRule;
    const std::vector<Case> cases{
        {"three months", 2027y / 6 / 10, ThreeMonths, 2027y / 9 / 10},
        {"into a shorter month", 2027y / 11 / 30, ThreeMonths, 2028y / 2 / 29},
        {"into a shorter month of a common year", 2026y / 11 / 30, ThreeMonths, 2027y / 2 / 28},
        {"from the month's end", 2027y / 6 / 10, ThreeMonthsFromMonthEnd, 2027y / 9 / 30},
        {"from the month's last day", 2027y / 6 / 30, ThreeMonthsFromMonthEnd, 2027y / 9 / 30},
        {"no grace", 2027y / 6 / 10, None, 2027y / 6 / 10},
    };
    for (const Case& example : cases) {
        CAPTURE(example.what);
        const ValidityPeriod period{sys_days(2024y / 1 / 1), end_of_day_in_japan(example.expired)};
        CHECK(grace_end(period, example.grace) == end_of_day_in_japan(example.end));
    }
}

TEST_CASE("an expired certificate in grace passes with a remark where grace is accepted") {
    const CivilTime in_grace = CertificateForm().not_after + 1s;
    const CheckResult accepted = validity_at(in_grace, GraceRule::ThreeMonths);
    REQUIRE(std::holds_alternative<Passed>(accepted));
    CHECK(std::get<Passed>(accepted).remark.has_value());
    CHECK(std::holds_alternative<Failed>(validity_at(in_grace, GraceRule::None)));
    const CivilTime dead =
        grace_end({CivilTime(), CertificateForm().not_after}, GraceRule::ThreeMonths) + 1s;
    CHECK(std::holds_alternative<Failed>(validity_at(dead, GraceRule::ThreeMonths)));
}

TEST_CASE("a certificate that ends soon passes with a remark, before that without") {
    const CheckResult soon = validity_at(CertificateForm().not_after, GraceRule::ThreeMonths);
    CHECK(std::get<Passed>(soon).remark.has_value());
    CHECK_FALSE(
        std::get<Passed>(validity_at(test_time(), GraceRule::ThreeMonths)).remark.has_value());
}

TEST_CASE("a clock that cannot be right is blamed, not the card") {
    const CheckResult result =
        validity_at(CivilTime(sys_days(1970y / 1 / 1)), GraceRule::ThreeMonths);
    REQUIRE(std::holds_alternative<Failed>(result));
    CHECK(std::get<Failed>(result).why.view().find("clock") != std::string_view::npos);
}

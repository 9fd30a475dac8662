#include "hal/base/dated_rules.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

CivilDate day_before(CivilDate day) {
    return std::chrono::sys_days(day) - std::chrono::days(1);
}
CivilDate day_after(CivilDate day) {
    return std::chrono::sys_days(day) + std::chrono::days(1);
}

DatedRules parsed(std::string_view text) {
    auto rules = DatedRules::parse(text);
    INFO((rules ? std::string_view() : rules.error().text()));
    REQUIRE(rules.has_value());
    return std::move(*rules);
}

} // namespace

TEST_CASE("the rules that are compiled in, on the days around each of their ends") {
    struct Case {
        DatedRule rule;
        std::optional<CivilDate> first;
        std::optional<CivilDate> last;
        int value;
    };
    using enum DatedRule;
    const std::vector<Case> cases{
        {CertificateGrace, {}, {}, 3},
        {EndsSoon, {}, {}, 3},
        {ConsentValidity, {}, {}, 24},
        {DatedRule::EligibilityNotice, 2024y / 12 / 2, {}, 1},
        {DatedRule::EligibilityCertificate, 2024y / 12 / 2, {}, 1},
        {EligibilityCertificateYears, {}, {}, 5},
        {SharePrintedFromAge, {}, {}, 70},
        {DatedRule::InsuranceCertificate, {}, 2025y / 12 / 1, 1},
        {PlausibleClock, 2026y / 1 / 1, 2099y / 12 / 31, 1},
    };
    const DatedRules rules = DatedRules::built_in();
    for (const Case& one : cases) {
        INFO("rule " << static_cast<int>(one.rule));
        const CivilDate first = one.first.value_or(1900y / 1 / 1);
        const CivilDate last = one.last.value_or(2200y / 1 / 1);
        CHECK(rules.on(one.rule, first) == one.value);
        CHECK(rules.on(one.rule, last) == one.value);
        CHECK(rules.on(one.rule, day_before(first)).has_value() == !one.first.has_value());
        CHECK(rules.on(one.rule, day_after(last)).has_value() == !one.last.has_value());
    }
}

TEST_CASE("a table of one's own replaces the rules that it names, and no others") {
    const DatedRules rules = parsed("# a longer grace from April 2027\n"
                                    "certificate-grace-months - 2027-03-31 3\n"
                                    "certificate-grace-months  2027-04-01 - 6   # new law\r\n"
                                    "\n"
                                    "insurance-certificate - 2026-03-31 1");
    CHECK(rules.on(DatedRule::CertificateGrace, 2027y / 3 / 31) == 3);
    CHECK(rules.on(DatedRule::CertificateGrace, 2027y / 4 / 1) == 6);
    CHECK(rules.on(DatedRule::InsuranceCertificate, 2026y / 3 / 31) == 1);
    CHECK_FALSE(rules.on(DatedRule::InsuranceCertificate, 2026y / 4 / 1).has_value());
    CHECK(rules.on(DatedRule::ConsentValidity, 2027y / 4 / 1) == 24);
}

TEST_CASE("a table that cannot be meant is refused") {
    const char* const text =
        GENERATE("no-such-rule - - 1", "ends-soon-months - - ", "ends-soon-months - - 3 3",
                 "ends-soon-months - - -1", "ends-soon-months - - 1000", "ends-soon-months - - x",
                 "ends-soon-months 2026-02-29 - 1", "ends-soon-months 2026/02/28 - 1",
                 "ends-soon-months 2027-01-01 2026-12-31 1",
                 "ends-soon-months - - 1\nends-soon-months - - 2",
                 "ends-soon-months - 2026-01-01 1\nends-soon-months 2026-01-01 - 2");
    INFO(text);
    const auto rules = DatedRules::parse(text);
    REQUIRE_FALSE(rules.has_value());
    CHECK(rules.error().code() == ErrorCode::ConfigInvalid);
}

TEST_CASE("a program uses the table that it was given") {
    const CivilDate day = 2026y / 11 / 20;
    CHECK(rule_on(DatedRule::ConsentValidity, day) == 24);
    use_dated_rules(parsed("consent-hours - - 12"));
    CHECK(rule_on(DatedRule::ConsentValidity, day) == 12);
    use_dated_rules(DatedRules::built_in());
    CHECK(rule_on(DatedRule::ConsentValidity, day) == 24);
}

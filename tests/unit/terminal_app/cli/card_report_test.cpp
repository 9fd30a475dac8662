#include "jpki/trust/check_groups.hpp"
#include "terminal_app/cli/card_report.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono;
using jpki::Check;

namespace {

constexpr CivilDate last_day = 2026y / November / 20;

jpki::TrustVerdict all_passed() {
    jpki::TrustVerdict verdict;
    for (const Check check : jpki::all_checks()) {
        verdict.set(check, jpki::Passed{});
    }
    return verdict;
}

std::string notable(const jpki::TrustVerdict& verdict) {
    return cli::notable_to_text(verdict, jpki::number_b_checks);
}

} // namespace

TEST_CASE("a card is good on its last day and over on the next") {
    CHECK(cli::expiry_in_words(last_day, 2026y / November / 19) == "2026-11-20 (not signed)");
    CHECK(cli::expiry_in_words(last_day, last_day) == "2026-11-20 (not signed)");
    CHECK(cli::expiry_in_words(last_day, 2026y / November / 21) ==
          "2026-11-20 (not signed): the card has expired");
}

TEST_CASE("notable is what failed, what was wanted and not made, and what passed with a remark") {
    CHECK(notable(all_passed()).empty());

    auto in_grace = all_passed();
    in_grace.set(Check::CertificateValidity, jpki::Passed{StaticText("within the three months")});
    CHECK(notable(in_grace) ==
          "  ✓ the certificate is valid today\n      within the three months\n");

    auto no_list = all_passed();
    no_list.set(Check::CertificateRevocation, jpki::NotChecked{"nobody to ask"});
    CHECK(notable(no_list).empty()); // no reading sets out to make it

    auto no_anchor = all_passed();
    no_anchor.set(Check::SurfaceIssuer, jpki::NotChecked{"no key"});
    CHECK(notable(no_anchor).find("not-checked: no key") != std::string::npos);

    auto revoked = all_passed();
    revoked.set(Check::CertificateRevocation, jpki::Failed{"on the list"});
    CHECK(notable(revoked).find("failed: on the list") != std::string::npos);
}

TEST_CASE("a verdict has one word: what refuses a card that dates and revocation do not explain is "
          "forgery") {
    using jpki::CertificateStanding;
    struct Case {
        std::vector<Check> failed;
        CertificateStanding standing;
        std::string_view word;
    };
    const std::vector<Case> cases{
        {{}, CertificateStanding::Valid, "genuine"},
        {{}, CertificateStanding::InGrace, "genuine"},
        {{Check::CertificateValidity}, CertificateStanding::Dead, "expired"},
        {{Check::CertificateValidity, Check::CertificateIssuerValidity},
         CertificateStanding::Dead,
         "expired"},
        {{Check::CertificateValidity}, CertificateStanding::NotYetValid, "not-yet-valid"},
        {{Check::CertificateValidity}, CertificateStanding::ClockImplausible, "clock-implausible"},
        {{Check::CertificateRevocation}, CertificateStanding::Valid, "revoked"},
        {{Check::CertificateRevocation, Check::CertificateValidity},
         CertificateStanding::Dead,
         "revoked"},
        {{Check::SurfaceSignature}, CertificateStanding::Valid, "forged"},
        {{Check::SurfaceSignature, Check::CertificateValidity},
         CertificateStanding::Dead,
         "forged"},
        {{Check::SamePerson, Check::CertificateRevocation}, CertificateStanding::Valid, "forged"},
    };
    for (const Case& each : cases) {
        INFO(each.word);
        auto verdict = all_passed();
        verdict.note(each.standing);
        for (const Check check : each.failed) {
            verdict.set(check, jpki::Failed{"as the case says"});
        }
        CHECK(name_of(cli::genuineness(verdict, jpki::number_b_checks)) == each.word);
    }
}

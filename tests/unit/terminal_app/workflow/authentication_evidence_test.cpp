#include "tests/unit/terminal_app/workflow/example_events.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::pin_verdict;
using madoguchi::test::whole_card_verdict;

namespace {

constexpr face::MatchDecision match{face::MatchVerdict::Match, face::MatchReason::ScoreHigh, 0.6F,
                                    5};

jpki::TrustVerdict without(jpki::TrustVerdict verdict, jpki::Check check) {
    verdict.set(check, jpki::Failed{"flipped by the test"});
    return verdict;
}

bool rests_on(jpki::Check check) {
    return check != jpki::Check::CertificateRevocation &&
           check != jpki::Check::AuthenticationKeyProof;
}

} // namespace

TEST_CASE("each way gives evidence of its own grade") {
    CHECK(AuthenticationEvidence::by_face(whole_card_verdict(), match)->grade() ==
          Grade::CardPresenceAndFace);
    CHECK(AuthenticationEvidence::by_pin(whole_card_verdict(), pin_verdict())->grade() ==
          Grade::CardKeyAndPin);
    CHECK(AuthenticationEvidence::by_staff(whole_card_verdict(), {})->grade() ==
          Grade::CardPresenceAndStaff);
}

TEST_CASE("without any one of its checks there is no evidence") {
    for (const jpki::Check check : jpki::all_checks()) {
        if (!rests_on(check)) {
            continue;
        }
        INFO(jpki::name_of(check));
        const auto broken = without(whole_card_verdict(), check);
        CHECK_FALSE(AuthenticationEvidence::by_face(broken, match).has_value());
        CHECK_FALSE(AuthenticationEvidence::by_staff(broken, {}).has_value());
        CHECK_FALSE(AuthenticationEvidence::by_pin(broken, pin_verdict()).has_value());
    }
}

TEST_CASE("checks that were not made are not passed") {
    const jpki::TrustVerdict nothing;
    CHECK_FALSE(AuthenticationEvidence::by_face(nothing, match).has_value());
    CHECK_FALSE(AuthenticationEvidence::by_staff(nothing, {}).has_value());
    CHECK_FALSE(AuthenticationEvidence::by_pin(whole_card_verdict(), nothing).has_value());
}

TEST_CASE("a PIN without the key's proof is no evidence") {
    CHECK_FALSE(
        AuthenticationEvidence::by_pin(whole_card_verdict(), whole_card_verdict()).has_value());
}

TEST_CASE("only a match is evidence by face") {
    for (const auto verdict : {face::MatchVerdict::Unsure, face::MatchVerdict::NoMatch,
                               face::MatchVerdict::UnusablePhoto, face::MatchVerdict::NoPhoto}) {
        face::MatchDecision decision = match;
        decision.verdict = verdict;
        CHECK_FALSE(AuthenticationEvidence::by_face(whole_card_verdict(), decision).has_value());
    }
}

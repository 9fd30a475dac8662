#include "terminal_app/workflow/unsuitable_card.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::terminal;
using jpki::Check;

TEST_CASE("a refused card is called revoked or expired where nothing worse failed") {
    struct Case {
        std::vector<Check> failed;
        FailureReason reason;
    };
    const std::vector<Case> cases{
        {{Check::CertificateValidity}, FailureReason::TrustExpired},
        {{Check::CertificateValidity, Check::CertificateIssuerValidity},
         FailureReason::TrustExpired},
        {{Check::CertificateRevocation}, FailureReason::TrustRevoked},
        {{Check::CertificateRevocation, Check::CertificateValidity}, FailureReason::TrustRevoked},
        {{Check::CertificateIssuerValidity}, FailureReason::TrustFailed},
        {{Check::CertificateIssuer}, FailureReason::TrustFailed},
        {{Check::CertificateValidity, Check::SurfaceSignature}, FailureReason::TrustFailed},
        {{Check::CertificateRevocation, Check::SamePerson}, FailureReason::TrustFailed},
        {{}, FailureReason::TrustFailed}, // a check that could not be made is no reason of its own
    };
    for (const Case& refused : cases) {
        jpki::TrustVerdict verdict;
        for (const Check check : refused.failed) {
            INFO(jpki::name_of(check));
            verdict.set(check, jpki::Failed{"as the case says"});
        }
        CHECK(reason_against(verdict) == refused.reason);
    }
}

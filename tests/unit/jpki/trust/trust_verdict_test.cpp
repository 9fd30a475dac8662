#include "jpki/trust/trust_verdict.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi::jpki;

TEST_CASE("a verdict tells of every check, and of none that it passed until it did") {
    const TrustVerdict verdict;
    std::set<std::string_view> names;
    for (const Check check : all_checks()) {
        CHECK(std::holds_alternative<NotChecked>(verdict.result(check)));
        CHECK_FALSE(name_of(check).empty());
        CHECK_FALSE(description_of(check).empty());
        names.insert(name_of(check));
    }
    CHECK(names.size() == check_count);
    CHECK_FALSE(verdict.any_failed());
    CHECK(name_of(Check::CertificateIssuer) == "certificate-issuer");
    CHECK(name_of(Check::SamePerson) == "same-person");
}

TEST_CASE("one failed check makes the verdict fail") {
    TrustVerdict verdict;
    verdict.set(Check::CertificateIssuer, Passed{});
    CHECK(verdict.passed(Check::CertificateIssuer));
    CHECK_FALSE(verdict.passed_all(std::array{Check::CertificateIssuer, Check::CertificateKey}));
    verdict.set(Check::CertificateKey, false, "too short");
    CHECK(verdict.any_failed());
}

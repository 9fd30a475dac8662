// Three generations of authorities share one name; which of them issued a certificate, its key
// identifier and signature tell.
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

using Names = std::vector<std::string>;

AuthorityForm generation(const std::string& key, CivilTime not_before, CivilTime not_after) {
    AuthorityForm form;
    form.key = key;
    form.not_before = not_before;
    form.not_after = not_after;
    return form;
}

const TrustAnchors& three_generations() {
    static const TrustAnchors anchors = [] {
        AnchorsFolder folder;
        folder.add_authority("1", generation("authority 2015", sys_days(2015y / 10 / 20),
                                             sys_days(2025y / 10 / 19)));
        folder.add_authority(
            "2", generation("authority 2019", sys_days(2019y / 9 / 14), sys_days(2029y / 9 / 14)));
        folder.add_authority("3", generation("p384 authority 2023", sys_days(2023y / 7 / 16),
                                             sys_days(2033y / 7 / 15)));
        return folder.load().value();
    }();
    return anchors;
}

Names failed_at(CivilTime now, const CertificateForm& form) {
    TrustExaminer examiner(three_generations(), now);
    static_cast<void>(examiner.examine_certificate_file(make_certificate(form)));
    return failed_checks(examiner.verdict());
}

CertificateForm issued_by(const std::string& authority) {
    CertificateForm form;
    form.signed_by = form.names_issuer = authority;
    return form;
}

} // namespace

TEST_CASE("of authorities with one name the one that signed is found, whatever its key") {
    CHECK(failed_at(test_time(), issued_by("authority 2019")).empty());
    CHECK(failed_at(test_time(), issued_by("p384 authority 2023")).empty());
    CHECK(failed_at(test_time(), issued_by("authority of nobody")) == Names{"certificate-issuer"});
}

TEST_CASE("the name and key identifier of one generation do not help another's signature") {
    CertificateForm form = issued_by("authority 2019");
    form.names_issuer = "p384 authority 2023";
    CHECK(failed_at(test_time(), form) == Names{"certificate-issuer"});
}

TEST_CASE("an authority that has expired vouches for nothing issued to last longer") {
    CHECK(failed_at(test_time(), issued_by("authority 2015")) ==
          Names{"certificate-issuer-validity"});
}

TEST_CASE("a certificate in grace stands on the authority that was valid to its end") {
    CertificateForm form = issued_by("authority 2015");
    form.not_after = CivilTime(sys_days(2025y / 10 / 18));
    const CivilTime in_grace = sys_days(2026y / 1 / 5);
    CHECK(failed_at(in_grace, form).empty());
    form.not_after = CivilTime(sys_days(2025y / 10 / 20)); // beyond its authority
    CHECK(failed_at(in_grace, form) == Names{"certificate-issuer-validity"});
}

TEST_CASE("a hash that is not on the list is no signature, whoever made it") {
    CertificateForm form = issued_by("p384 authority 2023");
    form.hash = "SHA224";
    CHECK(failed_at(test_time(), form) == Names{"certificate-issuer"});
    form.hash = "SHA384";
    CHECK(failed_at(test_time(), form).empty());
}

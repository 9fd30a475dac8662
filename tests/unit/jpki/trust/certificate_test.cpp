#include "jpki/trust/certificate.hpp"
#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "tests/support/scripted_channel.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/certificates.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using namespace std::chrono_literals;

namespace {

struct Examination {
    bool verified = false;
    TrustVerdict verdict;
};

Examination examine(const CertificateForm& form, CivilTime now = test_time()) {
    static const TrustAnchors anchors = AnchorsFolder::good();
    TrustExaminer examiner(anchors, now);
    const auto examined =
        examiner.examine(UserAuthenticationCertificate::parse(make_certificate(form)).value());
    return {std::holds_alternative<Verified<UserAuthenticationCertificate>>(examined),
            examiner.verdict()};
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a good certificate passes every check but revocation, which nobody can make") {
    const Examination examination = examine({});
    CHECK(examination.verified);
    CHECK(failed_checks(examination.verdict).empty());
    CHECK(is_not_checked(examination.verdict, Check::CertificateRevocation));
    CHECK(examination.verdict.passed_all(certificate_checks));
}

TEST_CASE("each deviation of a certificate fails exactly the check that is named after it") {
    struct Case {
        std::string deviation;
        std::string failed;
        CertificateForm form;
    };
    CertificateForm foreign;
    foreign.signed_by = foreign.names_issuer = "foreign authority";
    CertificateForm forged;
    forged.signed_by = "foreign authority";
    CertificateForm other_hash;
    other_hash.hash = "SHA1";
    CertificateForm weak;
    weak.weak_key_bits = 1024;
    const std::vector<Case> cases{
        {"unknown authority", "certificate-issuer", foreign},
        {"known authority's identifier, foreign signature", "certificate-issuer", forged},
        {"SHA-1 signature", "certificate-issuer", other_hash},
        {"no authority key identifier", "certificate-issuer",
         CertificateForm().with("authorityKeyIdentifier", "")},
        {"signature kind", "certificate-key-usage",
         CertificateForm().with("keyUsage", "critical,digitalSignature,nonRepudiation")},
        {"key for encryption", "certificate-key-usage",
         CertificateForm().with("keyUsage", "critical,digitalSignature,keyEncipherment")},
        {"key usage not critical", "certificate-key-usage",
         CertificateForm().with("keyUsage", "digitalSignature")},
        {"no key usage", "certificate-key-usage", CertificateForm().with("keyUsage", "")},
        {"policy of the signature kind", "certificate-policy",
         CertificateForm().with("certificatePolicies", "critical,1.2.392.200149.8.5.1.1.20")},
        {"no policy", "certificate-policy", CertificateForm().with("certificatePolicies", "")},
        {"an authority", "certificate-basic-constraints",
         CertificateForm().with("basicConstraints", "critical,CA:TRUE")},
        {"key of 1024 bits", "certificate-key", weak},
        {"unknown critical extension", "certificate-extensions",
         CertificateForm().with("1.2.3.4.5", "critical,DER:0500")},
    };
    for (const Case& example : cases) {
        CAPTURE(example.deviation);
        const Examination examination = examine(example.form);
        CHECK(failed_checks(examination.verdict) == Names{example.failed});
        CHECK_FALSE(examination.verified);
    }
}

TEST_CASE("harmless deviations pass") {
    for (const CertificateForm& form : {CertificateForm().with("basicConstraints", "CA:FALSE"),
                                        CertificateForm().with("1.2.3.4.5", "DER:0500"),
                                        CertificateForm().with("extendedKeyUsage", "clientAuth")}) {
        CHECK(examine(form).verified);
    }
}

TEST_CASE("an extension that stands twice is refused") {
    CertificateForm form;
    form.extensions.push_back({"1.2.3.4.5", "DER:0500"});
    form.extensions.push_back({"1.2.3.4.5", "DER:0500"});
    CHECK(failed_checks(examine(form).verdict) == Names{"certificate-extensions"});
}

TEST_CASE("validity ends with its last second") {
    const CertificateForm form;
    CHECK(examine(form, form.not_after).verified);
    CHECK(failed_checks(examine(form, form.not_after + 1s).verdict) ==
          Names{"certificate-validity"});
    CertificateForm future;
    future.not_before = test_time() + 1s;
    CHECK(failed_checks(examine(future).verdict) == Names{"certificate-validity"});
    CHECK(examine(future, test_time() + 1s).verified);
}

TEST_CASE("an authority whose own certificate has expired vouches for nothing") {
    CertificateForm form;
    form.not_after = CivilTime(std::chrono::sys_days(2040y / 1 / 1));
    CHECK(failed_checks(examine(form, CivilTime(std::chrono::sys_days(2034y / 1 / 1))).verdict) ==
          Names{"certificate-validity"});
}

TEST_CASE("a clock before this program existed is blamed, not the card") {
    const Examination examination = examine({}, CivilTime(std::chrono::sys_days(1970y / 1 / 1)));
    const auto& result = examination.verdict.result(Check::CertificateValidity);
    REQUIRE(std::holds_alternative<Failed>(result));
    CHECK(std::get<Failed>(result).why.view().find("clock") != std::string_view::npos);
}

TEST_CASE("without a pinned authority the issuer is reported as not checked and nothing verified") {
    AnchorsFolder folder;
    const TrustAnchors empty = folder.load().value();
    TrustExaminer examiner(empty, test_time());
    const auto examined =
        examiner.examine(UserAuthenticationCertificate::parse(make_certificate({})).value());
    CHECK(std::holds_alternative<Unverified<UserAuthenticationCertificate>>(examined));
    CHECK(is_not_checked(examiner.verdict(), Check::CertificateIssuer));
}

TEST_CASE("of authorities with one name the one that signed is found") {
    AnchorsFolder folder;
    folder.add_authority("older authority");
    folder.add_authority("authority");
    const TrustAnchors anchors = folder.load().value();
    for (const char* name : {"older authority", "authority"}) {
        CertificateForm form;
        form.signed_by = form.names_issuer = name;
        TrustExaminer examiner(anchors, test_time());
        static_cast<void>(
            examiner.examine(UserAuthenticationCertificate::parse(make_certificate(form)).value()));
        CHECK(examiner.verdict().passed(Check::CertificateIssuer));
    }
}

TEST_CASE("certificate files are one DER object and filler") {
    const Bytes good = make_certificate({});
    const auto accepted = [](ByteView file) {
        return UserAuthenticationCertificate::parse(file).has_value();
    };
    CHECK(accepted(good));
    CHECK(accepted(concatenate({good, Bytes(500, 0x00)})));
    CHECK_FALSE(accepted(concatenate({good, Bytes{0x00, 0x01}})));
    CHECK_FALSE(accepted(Bytes{}));
    CHECK_FALSE(accepted(Bytes(1900, 0x00)));
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_FALSE(accepted(ByteView(good).first(size)));
    }
    SECTION("lengths in longer forms than needed are refused") {
        const ByteView content = ByteView(good).subspan(4);
        CHECK_FALSE(accepted(
            concatenate({Bytes{0x30, 0x83, 0x00}, ByteView(good).subspan(2, 2), content})));
    }
    SECTION("the indefinite length is refused") {
        CHECK_FALSE(
            accepted(concatenate({Bytes{0x30, 0x80}, ByteView(good).subspan(4), Bytes(2)})));
    }
}

TEST_CASE("the challenge is signed with the certificate's key, this time") {
    const TrustAnchors anchors = AnchorsFolder::good();
    const auto certificate = UserAuthenticationCertificate::parse(make_certificate({})).value();
    const auto proved = [&](const SignedChallenge& proof) {
        TrustExaminer examiner(anchors, test_time());
        examiner.examine_key_proof(certificate, proof);
        return examiner.verdict().passed(Check::AuthenticationKeyProof);
    };
    Challenge challenge = Challenge::fresh().value();
    const Bytes signature = sign_message(key_named("holder"), challenge.bytes());
    const Bytes by_other_key = sign_message(key_named("card"), challenge.bytes());
    CHECK(proved({std::move(challenge), signature}));
    CHECK_FALSE(proved({Challenge::fresh().value(), signature})); // replayed
    CHECK_FALSE(proved({Challenge::fresh().value(), by_other_key}));
    CHECK_FALSE(proved({Challenge::fresh().value(), {}}));
}

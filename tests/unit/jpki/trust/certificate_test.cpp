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

TEST_CASE("a good certificate passes every check but revocation, of which nobody was asked") {
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
    CertificateForm misnamed;
    misnamed.issuer_unit = "JPKI for something else";
    CertificateForm cut_name;
    cut_name.common_name = std::string("holder\0other", 12);
    const std::vector<Case> cases{
        {"unknown authority", "certificate-issuer", foreign},
        {"known authority's identifier, foreign signature", "certificate-issuer", forged},
        {"SHA-1 signature", "certificate-issuer", other_hash},
        {"no authority key identifier", "certificate-issuer",
         CertificateForm().with("authorityKeyIdentifier", "")},
        {"another issuer's name", "certificate-issuer", misnamed},
        {"a NUL in the subject's name", "certificate-names", cut_name},
        {"signature kind", "certificate-key-usage",
         CertificateForm().with("keyUsage", "critical,digitalSignature,nonRepudiation")},
        {"key for encryption", "certificate-key-usage",
         CertificateForm().with("keyUsage", "critical,digitalSignature,keyEncipherment")},
        {"key usage not critical", "certificate-key-usage",
         CertificateForm().with("keyUsage", "digitalSignature")},
        {"no key usage", "certificate-key-usage", CertificateForm().with("keyUsage", "")},
        {"policy of the signature kind", "certificate-policy",
         CertificateForm().with("certificatePolicies", "critical,1.2.392.200149.8.5.1.1.20")},
        {"key for servers", "certificate-key-usage",
         CertificateForm().with("extendedKeyUsage", "serverAuth")},
        {"no policy", "certificate-policy", CertificateForm().with("certificatePolicies", "")},
        {"an authority", "certificate-basic-constraints",
         CertificateForm().with("basicConstraints", "critical,CA:TRUE")},
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

TEST_CASE("unreadable basic constraints are not taken for absent ones") {
    const Examination examination = examine(CertificateForm().with("basicConstraints", "DER:0500"));
    CHECK_FALSE(examination.verdict.passed(Check::CertificateBasicConstraints));
    CHECK_FALSE(examination.verified);
}

TEST_CASE("a certificate that is not valid yet fails the check of its validity") {
    CertificateForm form;
    form.not_before = test_time() + 1s;
    const Examination examination = examine(form);
    CHECK(failed_checks(examination.verdict) == Names{"certificate-validity"});
    CHECK_FALSE(examination.verified);
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

TEST_CASE("only keys of a sound size and form pass, whoever signed for them") {
    struct Case {
        std::string key;
        SharedKey odd_key;
        bool good;
    };
    const Bytes usual{0x01, 0x00, 0x01};
    const std::vector<Case> cases{
        {"RSA 512", rsa_public_key(512, usual), false},
        {"RSA 1024", rsa_public_key(1024, usual), false},
        {"RSA 2048", rsa_public_key(2048, usual), true},
        {"RSA 4096", rsa_public_key(4096, usual), true},
        {"RSA 4104", rsa_public_key(4104, usual), false},
        {"RSA 16384", rsa_public_key(16384, usual), false},
        {"exponent 1", rsa_public_key(2048, {0x01}), false},
        {"exponent 3", rsa_public_key(2048, {0x03}), false},
        {"exponent of 2048 bits", rsa_public_key(2048, Bytes(256, 0x77)), false},
        {"curve described instead of named", key_on_described_curve(), false},
        {"P-384 by name", SharedKey(native_key("p384 holder"), [](auto*) {}), true},
    };
    for (const Case& example : cases) {
        CAPTURE(example.key);
        CertificateForm form;
        form.odd_key = example.odd_key;
        const Examination examination = examine(form);
        CHECK(failed_checks(examination.verdict) ==
              (example.good ? Names{} : Names{"certificate-key"}));
        CHECK(examination.verified == example.good);
    }
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
    SECTION("more than a certificate can need is refused before any work") {
        CHECK(accepted(concatenate({good, Bytes(largest_certificate_file - good.size())})));
        CHECK_FALSE(accepted(concatenate({good, Bytes(largest_certificate_file)})));
        CHECK_FALSE(accepted(concatenate({Bytes{0x30, 0x83, 0x10, 0x00, 0x00}, Bytes(1U << 20U)})));
    }
    SECTION("versions 1 and 2 are refused") {
        for (const long version : {0, 1}) {
            CertificateForm old;
            old.version = version;
            CHECK_FALSE(accepted(make_certificate(old)));
        }
    }
    SECTION("the indefinite length is refused") {
        CHECK_FALSE(
            accepted(concatenate({Bytes{0x30, 0x80}, ByteView(good).subspan(4), Bytes(2)})));
    }
}

TEST_CASE("a file that is no certificate fails the check of its form, and no other is made") {
    const TrustAnchors anchors = AnchorsFolder::good();
    const std::vector<Bytes> files{{}, Bytes(1U << 20U), Bytes{0x30, 0x03, 0x02, 0x01, 0x00}};
    for (const Bytes& file : files) {
        TrustExaminer examiner(anchors, test_time());
        CHECK_FALSE(examiner.examine_certificate_file(file).has_value());
        CHECK(failed_checks(examiner.verdict()) == Names{"certificate-form"});
        CHECK(is_not_checked(examiner.verdict(), Check::CertificateIssuer));
    }
    TrustExaminer examiner(anchors, test_time());
    CHECK(examiner.examine_certificate_file(make_certificate({})).has_value());
    CHECK(examiner.verdict().passed(Check::CertificateForm));
}

TEST_CASE("the challenge is signed with the certificate's key, this time") {
    const TrustAnchors anchors = AnchorsFolder::good();
    const auto certificate = UserAuthenticationCertificate::parse(make_certificate({})).value();
    const auto proved = [&](SignedChallenge proof) {
        TrustExaminer examiner(anchors, test_time());
        examiner.examine_key_proof(certificate, std::move(proof));
        return examiner.verdict().passed(Check::AuthenticationKeyProof);
    };
    const auto signed_by = [](const std::string& key, Challenge challenge) {
        Bytes signature = sign_message(key_named(key), challenge.bytes());
        return SignedChallenge{std::move(challenge), std::move(signature)};
    };
    CHECK(proved(signed_by("holder", Challenge::fresh().value())));
    CHECK_FALSE(proved(signed_by("card", Challenge::fresh().value())));
    CHECK_FALSE(proved({Challenge::fresh().value(), {}}));
    SECTION("replayed for a second challenge it proves nothing") {
        const Bytes earlier = signed_by("holder", Challenge::fresh().value()).signature;
        CHECK_FALSE(proved({Challenge::fresh().value(), earlier}));
    }
    SECTION("a challenge that is too old proves nothing") {
        const MonotonicTime now = SystemClock().monotonic_now();
        CHECK(proved(signed_by("holder", Challenge::fresh(now - 30s).value())));
        CHECK_FALSE(
            proved(signed_by("holder", Challenge::fresh(now - Challenge::lifetime - 1s).value())));
    }
}

TEST_CASE("a key that fails its own check proves nothing, whatever it signed") {
    const TrustAnchors anchors = AnchorsFolder::good();
    CertificateForm form;
    form.odd_key = rsa_public_key(1024, {0x01, 0x00, 0x01});
    TrustExaminer examiner(anchors, test_time());
    examiner.examine_key_proof(UserAuthenticationCertificate::parse(make_certificate(form)).value(),
                               {Challenge::fresh().value(), Bytes(128, 0x01)});
    CHECK(is_not_checked(examiner.verdict(), Check::AuthenticationKeyProof));
}

TEST_CASE("a key on a curve proves itself with the hash of its size") {
    const TrustAnchors anchors = AnchorsFolder::good();
    CertificateForm form;
    form.subject_key = "p384 holder";
    const auto certificate = UserAuthenticationCertificate::parse(make_certificate(form)).value();
    const auto proved = [&](HashAlgorithm hash) {
        Challenge challenge = Challenge::fresh().value();
        Bytes signature = sign_with("p384 holder", hash, challenge.bytes());
        TrustExaminer examiner(anchors, test_time());
        examiner.examine_key_proof(certificate, {std::move(challenge), std::move(signature)});
        return examiner.verdict().passed(Check::AuthenticationKeyProof);
    };
    CHECK(proved(HashAlgorithm::Sha384));
    CHECK_FALSE(proved(HashAlgorithm::Sha256)); // right key, wrong hash
}

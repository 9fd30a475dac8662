#include "jpki/trust/trust_examiner.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using namespace std::chrono_literals;

namespace {

TrustAnchors anchors_with(const std::vector<RevocationListForm>& lists) {
    AnchorsFolder folder;
    folder.add_authority("authority");
    for (std::size_t i = 0; i < lists.size(); ++i) {
        folder.add_revocation_list(std::to_string(i), lists[i]);
    }
    return folder.load().value();
}

struct Examination {
    bool verified = false;
    TrustVerdict verdict;
};

Examination examine(const TrustAnchors& anchors, CivilTime now = test_time()) {
    TrustExaminer examiner(anchors, now);
    const auto examined = examiner.examine_certificate_file(make_certificate({})).value();
    return {std::holds_alternative<Verified<UserAuthenticationCertificate>>(examined),
            examiner.verdict()};
}

RevocationListForm list_of(std::vector<RevokedEntry> entries) {
    RevocationListForm form;
    form.entries = std::move(entries);
    return form;
}

const RevokedEntry ours{CertificateForm().serial_number, test_time() - 100h};
const RevokedEntry another{77, test_time() - 100h};

// Knows nothing but what a test tells it.
class Known final : public RevocationSource {
public:
    explicit Known(RevocationStatus status) : status_(status) {}
    [[nodiscard]] RevocationStatus status_of(const UserAuthenticationCertificate& /*certificate*/,
                                             CivilTime /*now*/) const override {
        return status_;
    }

private:
    RevocationStatus status_;
};

} // namespace

TEST_CASE("a certificate on a current list is not verified, one that is absent from it is") {
    const Examination revoked = examine(anchors_with({list_of({another, ours})}));
    CHECK(failed_checks(revoked.verdict) == std::vector<std::string>{"certificate-revocation"});
    CHECK_FALSE(revoked.verified);

    const Examination good = examine(anchors_with({list_of({another})}));
    CHECK(good.verdict.passed(Check::CertificateRevocation));
    CHECK(good.verified);
    CHECK(examine(anchors_with({list_of({})})).verdict.passed(Check::CertificateRevocation));
}

TEST_CASE("without a list, or outside a list's own period, nothing is assumed") {
    const TrustAnchors anchors = anchors_with({list_of({another})});
    const RevocationListForm form;
    for (const CivilTime now : {form.this_update - 1s, form.next_update + 1s}) {
        const Examination examination = examine(anchors, now);
        CHECK(is_not_checked(examination.verdict, Check::CertificateRevocation));
        CHECK(examination.verified);
    }
    CHECK(is_not_checked(examine(anchors_with({})).verdict, Check::CertificateRevocation));
}

TEST_CASE("what was revoked stays so when its list has become old") {
    const TrustAnchors anchors = anchors_with({list_of({ours})});
    CHECK(examine(anchors, RevocationListForm().next_update + 1s)
              .verdict.failed(Check::CertificateRevocation));
}

TEST_CASE("of several lists the one that says more decides") {
    RevocationListForm old = list_of({});
    old.this_update = test_time() - 1000h;
    old.next_update = test_time() - 900h;
    CHECK(examine(anchors_with({old, list_of({})})).verdict.passed(Check::CertificateRevocation));
    CHECK(examine(anchors_with({list_of({}), old})).verdict.passed(Check::CertificateRevocation));
    CHECK(examine(anchors_with({list_of({ours}), list_of({})}))
              .verdict.failed(Check::CertificateRevocation));
}

TEST_CASE("a list says when: since when revoked, as of when not") {
    const auto certificate = UserAuthenticationCertificate::parse(make_certificate({})).value();
    const auto status = [&](const RevocationListForm& form) {
        return anchors_with({form}).revocation_lists().status_of(certificate, test_time());
    };
    CHECK(std::get<Revoked>(status(list_of({ours}))).since == ours.since);
    CHECK(std::get<NotRevoked>(status(list_of({another}))).as_of ==
          RevocationListForm().this_update);
}

TEST_CASE("a list that no pinned authority vouches for stops the start") {
    AnchorsFolder folder;
    folder.add_authority("authority");
    RevocationListForm form = list_of({another});
    SECTION("signed by somebody else") {
        form.signed_by = "foreign authority";
    }
    SECTION("of another authority") {
        form.signed_by = form.names_issuer = "foreign authority";
    }
    SECTION("under another name") {
        form.issuer_unit = "somebody else";
    }
    SECTION("without the key identifier of its authority") {
        form.extensions.clear();
    }
    SECTION("partial: only what changed since list 1") {
        form.extensions.push_back({"2.5.29.27", "critical,DER:020101"});
    }
    folder.add_revocation_list("list", form);
    CHECK(folder.load().error().code() == ErrorCode::ConfigInvalid);
}

TEST_CASE("a file that is no list stops the start") {
    const Bytes good = make_revocation_list(list_of({another}));
    const auto code_of = [](const std::string& content) {
        AnchorsFolder folder;
        folder.add_authority("authority");
        folder.write("user-authentication/list.crl", content);
        const auto anchors = folder.load();
        return anchors ? std::string_view("accepted") : name_of(anchors.error().code());
    };
    CHECK(code_of(as_text(good)) == "accepted");
    CHECK(code_of("hello") == "ConfigInvalid");
    CHECK(code_of(as_text(ByteView(good).first(good.size() - 1))) == "ConfigInvalid");
    CHECK(code_of(as_text(concatenate({good, Bytes{0x00}}))) == "ConfigInvalid");
    CHECK(code_of(as_text(make_certificate({}))) == "ConfigInvalid");
    CHECK(code_of(std::string(RevocationList::largest_file + 1, '0')) == "TooLarge");
}

TEST_CASE("an authority that may not sign lists vouches for none") {
    AnchorsFolder folder;
    AuthorityForm form;
    form.key_usage = "critical,keyCertSign";
    folder.add_authority("authority", form);
    folder.add_revocation_list("list", list_of({another}));
    CHECK(folder.load().error().code() == ErrorCode::ConfigInvalid);
}

TEST_CASE("any source can be asked instead of the lists, for certificates of pinned authorities") {
    const TrustAnchors anchors = AnchorsFolder::good();
    const Known revoked{Revoked{test_time()}};
    TrustExaminer examiner(anchors, revoked, test_time());
    static_cast<void>(examiner.examine_certificate_file(make_certificate({})));
    CHECK(examiner.verdict().failed(Check::CertificateRevocation));

    CertificateForm foreign;
    foreign.signed_by = foreign.names_issuer = "foreign authority";
    TrustExaminer other(anchors, revoked, test_time());
    static_cast<void>(other.examine_certificate_file(make_certificate(foreign)));
    CHECK(is_not_checked(other.verdict(), Check::CertificateRevocation));
}

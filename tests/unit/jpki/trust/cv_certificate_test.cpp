// CV certificates stand on a configured key of their authority, or on nothing.
#include "jpki/trust/card_data_checks.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/card_data.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

constexpr KeyId other_issuer_id{{'6', '0', '0', '0', '0', '3', '3', 8, 5, '0', '0', '1'}};

struct CvForm {
    KeyId issuer = issuer_id;
    std::string certified_key = "signer";
    std::string signed_by = "issuer";
};

Bytes make_cv(const CvForm& form) {
    const Bytes body =
        concatenate({form.issuer.bytes, signer_id.bytes, card_form(key_named(form.certified_key))});
    return tlv(0x7F21, concatenate({tlv(0x5F4E, body),
                                    tlv(0x5F37, sign_message(key_named(form.signed_by), body))}));
}

// "issuer" under its own identifier, "other issuer" under another.
const TrustAnchors& two_issuers() {
    static const TrustAnchors anchors = [] {
        AnchorsFolder folder;
        folder.add_card_data_key(issuer_id.hex(), "issuer");
        folder.add_card_data_key(other_issuer_id.hex(), "other issuer");
        return folder.load().value();
    }();
    return anchors;
}

std::string outcome(const Bytes& file, const TrustAnchors& anchors = two_issuers()) {
    const auto certificate = parse_cv_certificate(file);
    if (!certificate) {
        return "refused";
    }
    const CheckResult result = check_cv_issuer(*certificate, anchors);
    return std::holds_alternative<Passed>(result)   ? "passed"
           : std::holds_alternative<Failed>(result) ? "failed"
                                                    : "not checked";
}

} // namespace

TEST_CASE("a CV certificate passes under the pinned key that it names, and under no other") {
    CHECK(outcome(make_cv({})) == "passed");
    CHECK(outcome(make_cv({.issuer = other_issuer_id, .signed_by = "other issuer"})) == "passed");
    CHECK(outcome(make_cv({.signed_by = "other issuer"})) == "failed");
    CHECK(outcome(make_cv({.issuer = other_issuer_id})) == "failed");
    CHECK(outcome(make_cv({.signed_by = "signer"})) == "failed"); // by the key it certifies
    CHECK(outcome(make_cv({}), TrustAnchors::none()) == "not checked");
}

TEST_CASE("an issuer that is not pinned is not checked, even if its key is known by another name") {
    CHECK(outcome(make_cv({.issuer = signer_id})) == "not checked");
}

TEST_CASE("a CV certificate that ends inside its key identifiers is refused") {
    const Bytes body(2 * KeyId::size - 1, '0');
    const Bytes file = tlv(0x7F21, concatenate({tlv(0x5F4E, body), tlv(0x5F37, Bytes(256, 1))}));
    const auto certificate = parse_cv_certificate(file);
    REQUIRE_FALSE(certificate.has_value());
    CHECK(certificate.error().code() == ErrorCode::Truncated);
}

TEST_CASE("no byte of a CV certificate can be changed") {
    const Bytes good = make_cv({});
    for (std::size_t place = 0; place < good.size(); ++place) {
        CAPTURE(place);
        Bytes changed = good;
        changed[place] ^= 0x01U;
        CHECK(outcome(changed) != "passed");
    }
}

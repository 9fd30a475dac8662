// The checks of the next-generation card's data: the same names as today's, over ECDSA.
#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/certificates.hpp"
#include "tests/unit/jpki/support/keys.hpp"
#include "tests/unit/jpki/support/provisional_card.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

using Names = std::vector<std::string>;

const Names every_presence{"input-support-presence", "surface-presence"};
const Names both_issuers{"input-support-issuer", "surface-issuer"};

// Today's issuer and the next generation's, under the same identifier.
const TrustAnchors& anchors() {
    static const TrustAnchors loaded = [] {
        AnchorsFolder folder;
        folder.add_card_data_key(issuer_id.hex(), "issuer");
        folder.add_p384_card_data_key(issuer_id.hex(), "p384 issuer");
        return folder.load().value();
    }();
    return loaded;
}

struct Examination {
    bool basic_four_verified;
    bool surface_verified;
    TrustVerdict verdict;
};

Examination examine(CardDataReading reading, const TrustAnchors& pinned = anchors()) {
    TrustExaminer examiner(pinned, test_time());
    const auto examined = examiner.examine(std::move(reading));
    examiner.examine_same_person(examined.basic_four, examined.surface);
    return {std::holds_alternative<Verified<BasicFourAttributes>>(examined.basic_four),
            std::holds_alternative<Verified<SurfaceRecord>>(examined.surface), examiner.verdict()};
}

Names failures_of(CardDataReading reading) {
    return failed_checks(examine(std::move(reading)).verdict);
}

// The three digests that DF28 is made over.
Bytes digests(const SurfaceSegments& segments, HashAlgorithm hash) {
    return concatenate({digest_of(hash, segments.holder.reveal()),
                        digest_of(hash, segments.images.reveal()),
                        digest_of(hash, segments.photo.reveal())});
}

} // namespace

TEST_CASE("a genuine next-generation card passes every check that a number can make") {
    const Examination examination = examine(card_data_reading());
    CHECK(examination.basic_four_verified);
    CHECK(examination.surface_verified);
    CHECK(examination.verdict.passed_all(input_support_checks));
    CHECK(examination.verdict.passed_all(surface_checks));
    CHECK(examination.verdict.passed(Check::SamePerson));
}

TEST_CASE("each forgery of a next-generation card fails the check that asks for it") {
    CardDataReading reading = card_data_reading();
    const SurfaceSegments& parts = reading.surface.signed_segments;
    const auto sign_face = [&](const std::string& key, HashAlgorithm hash, ByteView message) {
        reading.surface.signature = sign_with(key, hash, message);
    };
    Names failed{"surface-signature"};
    SECTION("a face of another holder under the signature of this one") {
        auto other =
            parse_provisional_surface_record(provisional_surface_file({.birth_date = "19800218"}));
        other->signature = reading.surface.signature;
        reading.surface = std::move(*other);
    }
    SECTION("a photo of another person") {
        auto other =
            parse_provisional_surface_record(provisional_surface_file({.photo = Bytes(200, 0x52)}));
        other->signature = reading.surface.signature;
        reading.surface = std::move(*other);
    }
    SECTION("digests of 96 bytes, as today's card has, where 144 belong") {
        sign_face("p384 signer", HashAlgorithm::Sha384, digests(parts, HashAlgorithm::Sha256));
    }
    SECTION("the objects signed instead of their digests") {
        sign_face(
            "p384 signer", HashAlgorithm::Sha384,
            concatenate({parts.holder.reveal(), parts.images.reveal(), parts.photo.reveal()}));
    }
    SECTION("the right digests under another hash") {
        sign_face("p384 signer", HashAlgorithm::Sha256, digests(parts, HashAlgorithm::Sha384));
    }
    SECTION("a signature by the issuer's key, which signs keys and no faces") {
        sign_face("p384 issuer", HashAlgorithm::Sha384, digests(parts, HashAlgorithm::Sha384));
    }
    SECTION("a signature in lax DER: a length in two bytes where one does") {
        Bytes& signature = reading.surface.signature;
        REQUIRE(signature[1] < 0x80);
        signature.insert(signature.begin() + 1, 0x81);
    }
    SECTION("a signature with a byte behind it") {
        reading.surface.signature.push_back(0x00);
    }
    SECTION("items of another person") {
        reading.basic_four = parse_basic_four(basic_four_file({.name = "別人　太郎"})).value();
        failed = {"basic-four-digest"};
    }
    SECTION("the signature file of another card of the same issuer") {
        reading.basic_four_signature =
            parse_provisional_basic_four_signature(
                provisional_signature_file(basic_four_file({.name = "別人　太郎"})))
                .value();
        failed = {"basic-four-digest"};
    }
    SECTION("items and their signature file of another card: another person") {
        const Bytes other = basic_four_file({.birth_date = "19800218"});
        reading.basic_four = parse_basic_four(other).value();
        reading.basic_four_signature =
            parse_provisional_basic_four_signature(provisional_signature_file(other)).value();
        failed = {"same-person"};
    }
    SECTION("the digest signed without its tag and length") {
        reading.basic_four_signature.signature = sign_with(
            "p384 signer", HashAlgorithm::Sha384, reading.basic_four_signature.basic_four_digest);
        failed = {"basic-four-signature"};
    }
    SECTION("a copy of the data on another chip") {
        reading.presence = challenge_answered_with("p384 other card");
        failed = every_presence;
    }
    SECTION("an earlier proof replayed") {
        reading.presence.challenge = Challenge::fresh().value();
        failed = every_presence;
    }
    SECTION("a data-signing key that no pinned authority signed") {
        reading.data_signing_certificate.signature =
            sign_with("p384 other issuer", HashAlgorithm::Sha384,
                      reading.data_signing_certificate.signed_part);
        failed = both_issuers;
    }
    SECTION("a data-signing key signed by today's authority of the same identifier") {
        reading.data_signing_certificate.signature =
            sign_message(key_named("issuer"), reading.data_signing_certificate.signed_part);
        failed = both_issuers;
    }
    SECTION("a data-signing key signed over its SHA-256") {
        reading.data_signing_certificate.signature = sign_with(
            "p384 issuer", HashAlgorithm::Sha256, reading.data_signing_certificate.signed_part);
        failed = both_issuers;
    }
    CHECK(failures_of(std::move(reading)) == failed);
}

TEST_CASE("a forged face proves neither its parts nor the chip, and says so") {
    CardDataReading reading = card_data_reading();
    reading.surface.signature.back() ^= 1U;
    const Examination examination = examine(std::move(reading));
    CHECK_FALSE(examination.surface_verified);
    CHECK(examination.basic_four_verified);
    for (const Check check :
         {Check::SurfaceHolderSegment, Check::SurfaceImageSegment, Check::SurfacePhotoSegment,
          Check::SurfacePresence, Check::InputSupportPresenceKey, Check::InputSupportPresence,
          Check::SamePerson}) {
        CAPTURE(std::string(name_of(check)));
        CHECK(is_not_checked(examination.verdict, check));
    }
}

TEST_CASE("any changed byte of a next-generation card face is refused, fails its signature, or is "
          "typed as unverified") {
    const Bytes good = provisional_surface_file();
    const std::size_t expiry = good.size() - (3 + 8); // DF29 08 YYYYMMDD, unsigned
    for (std::size_t place = 0; place < good.size(); ++place) {
        CAPTURE(place);
        Bytes changed = good;
        changed[place] ^= 0x01U;
        auto record = parse_provisional_surface_record(changed);
        if (!record) {
            continue; // structure, or a key that is no point of the curve
        }
        CardDataReading reading = card_data_reading();
        reading.surface = std::move(*record);
        reading.surface.signature = parse_provisional_surface_record(changed)->signature;
        CHECK(failures_of(std::move(reading)) ==
              (place < expiry ? Names{"surface-signature"} : Names{}));
    }
}

TEST_CASE("without this generation's anchor nothing of its data is proved, whatever else is "
          "pinned") {
    AnchorsFolder folder;
    folder.add_card_data_key(issuer_id.hex(), "issuer");
    const TrustAnchors todays = folder.load().value();
    const Examination examination = examine(card_data_reading(), todays);
    CHECK_FALSE(examination.basic_four_verified);
    CHECK_FALSE(examination.surface_verified);
    CHECK(is_not_checked(examination.verdict, Check::InputSupportIssuer));
    CHECK(is_not_checked(examination.verdict, Check::SurfaceIssuer));
    CHECK(failed_checks(examination.verdict).empty());
}

TEST_CASE("without today's anchor nothing of today's data is proved by the next generation's") {
    AnchorsFolder folder;
    folder.add_p384_card_data_key(issuer_id.hex(), "p384 issuer");
    const TrustAnchors next = folder.load().value();
    TrustExaminer examiner(next, test_time());
    const auto face = examiner.examine(surface_reading(surface_file()));
    CHECK(std::holds_alternative<Unverified<SurfaceRecord>>(face));
    CHECK(is_not_checked(examiner.verdict(), Check::SurfaceIssuer));
}

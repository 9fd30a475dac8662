#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/pkcs1_signature.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/certificates.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

using Names = std::vector<std::string>;

const TrustAnchors& anchors() {
    static const TrustAnchors good = AnchorsFolder::good();
    return good;
}

TrustVerdict verdict_on(SurfaceReading reading) {
    TrustExaminer examiner(anchors(), test_time());
    static_cast<void>(examiner.examine(std::move(reading)));
    return examiner.verdict();
}

// Where the objects of the good file stand, in order from DF22 to DF2A.
std::vector<std::size_t> object_places(const Bytes& file) {
    std::vector<std::size_t> places;
    const std::size_t table = 5 + 3; // behind FF20 82 hhll and DF21 12
    for (std::size_t i = 0; i < 9; ++i) {
        places.push_back(big_endian(ByteView(file).subspan(table + 2 * i, 2)));
    }
    return places;
}

// The one check that a changed byte of an object must fail; nothing for the unsigned objects.
std::optional<std::string> check_covering(std::size_t object) {
    const std::vector<std::string> by_object{"surface-holder-segment", "surface-holder-segment",
                                             "surface-holder-segment", "surface-image-segment",
                                             "surface-image-segment",  "surface-photo-segment",
                                             "surface-signature"};
    return object < by_object.size() ? std::optional(by_object[object]) : std::nullopt;
}

} // namespace

TEST_CASE("a genuine card face passes every check of its application") {
    TrustExaminer examiner(anchors(), test_time());
    const auto examined = examiner.examine(surface_reading(surface_file()));
    CHECK(std::holds_alternative<Verified<SurfaceRecord>>(examined));
    CHECK(examiner.verdict().passed_all(surface_checks));
}

TEST_CASE("a card without a photo is genuine too") {
    const SurfaceReading reading = surface_reading(surface_file({.photo = {}}));
    CHECK_FALSE(reading.surface.photo.is_present());
    CHECK(failed_checks(verdict_on(surface_reading(surface_file({.photo = {}})))).empty());
}

TEST_CASE("every byte of the card face is covered by one named check, its structure, or nothing "
          "and then it is typed as unverified") {
    const Bytes good = surface_file();
    const std::vector<std::size_t> places = object_places(good);
    for (std::size_t place = 0; place < good.size(); ++place) {
        const auto behind = std::upper_bound(places.begin(), places.end(), place);
        const auto object = static_cast<std::size_t>(behind - places.begin()) - 1;
        Bytes changed = good;
        changed[place] ^= 0x01U;
        auto record = parse_surface_record(changed);
        CAPTURE(place, object);
        if (!record) {
            continue; // structure
        }
        REQUIRE(place >= places.front()); // header and offset table are all structure
        SurfaceReading reading = surface_reading(good);
        reading.surface = std::move(*record);
        const auto expected = check_covering(object);
        CHECK(failed_checks(verdict_on(std::move(reading))) ==
              (expected ? Names{*expected} : Names{}));
    }
}

TEST_CASE("tampering that keeps the structure fails exactly its check") {
    const Bytes good = surface_file();
    SurfaceReading reading = surface_reading(good);
    std::string failed;
    SECTION("birth date") {
        reading.surface = parse_surface_record(surface_file({.birth_date = "19800218"})).value();
        reading.surface.signature = surface_reading(good).surface.signature;
        failed = "surface-holder-segment";
    }
    SECTION("photo of another person") {
        reading.surface = parse_surface_record(surface_file({.photo = Bytes(200, 0x52)})).value();
        reading.surface.signature = surface_reading(good).surface.signature;
        failed = "surface-photo-segment";
    }
    SECTION("segments swapped inside the signature") {
        const SurfaceSegments& parts = reading.surface.signed_segments;
        const Bytes swapped =
            concatenate({sha256(parts.holder.reveal()), sha256(parts.photo.reveal()),
                         sha256(parts.images.reveal())});
        reading.surface.signature =
            sign_digest_info(key_named("signer"), sha256_digest_info(swapped));
        CHECK(failed_checks(verdict_on(std::move(reading))) ==
              Names{"surface-image-segment", "surface-photo-segment"});
        return;
    }
    SECTION("a digest field of 32 instead of 96 bytes") {
        reading.surface.signature =
            sign_message(key_named("signer"), reading.surface.signed_segments.holder.reveal());
        failed = "surface-signature";
    }
    SECTION("extra bytes behind the digests") {
        const SurfaceSegments& parts = reading.surface.signed_segments;
        const Bytes digests =
            concatenate({sha256(parts.holder.reveal()), sha256(parts.images.reveal()),
                         sha256(parts.photo.reveal())});
        reading.surface.signature = sign_digest_info(
            key_named("signer"), concatenate({sha256_digest_info(digests), Bytes{0}}));
        failed = "surface-signature";
    }
    SECTION("signature of the wrong length") {
        reading.surface.signature.pop_back();
        failed = "surface-signature";
    }
    SECTION("signed by a key that no pinned authority knows") {
        reading.data_signing_certificate.signature[0] ^= 1U;
        failed = "surface-issuer";
    }
    SECTION("a copy of the data on another chip") {
        reading.presence.signature =
            sign_message(key_named("signer"), reading.presence.challenge.bytes());
        failed = "surface-presence";
    }
    SECTION("an earlier proof replayed") {
        reading.presence.challenge = Challenge::fresh().value();
        failed = "surface-presence";
    }
    CHECK(failed_checks(verdict_on(std::move(reading))) == Names{failed});
}

TEST_CASE("the same person must stand in both applications") {
    struct Case {
        SurfaceContent face;
        bool same;
    };
    const std::vector<Case> cases{{{}, true},
                                  {{.birth_date = "19800218"}, false},
                                  {{.birth_date = "19800200"}, false},
                                  {{.sex = "1"}, false}};
    const Bytes four = basic_four_file();
    for (const Case& example : cases) {
        TrustExaminer examiner(anchors(), test_time());
        const auto basic_four = examiner.examine(input_support_reading(four, signature_file(four)));
        const auto face = examiner.examine(surface_reading(surface_file(example.face)));
        examiner.examine_same_person(basic_four, face);
        CHECK(failed_checks(examiner.verdict()) == (example.same ? Names{} : Names{"same-person"}));
    }
}

TEST_CASE("unproved data are not compared") {
    const TrustAnchors none = AnchorsFolder::without_card_data();
    const Bytes four = basic_four_file();
    TrustExaminer examiner(none, test_time());
    const auto basic_four = examiner.examine(input_support_reading(four, signature_file(four)));
    const auto face = examiner.examine(surface_reading(surface_file()));
    examiner.examine_same_person(basic_four, face);
    CHECK(is_not_checked(examiner.verdict(), Check::SurfaceIssuer));
    CHECK(is_not_checked(examiner.verdict(), Check::SamePerson));
}

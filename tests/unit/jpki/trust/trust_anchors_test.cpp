#include "jpki/trust/trust_anchors.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/certificates.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

TEST_CASE("anchors come from two folders by kind and key identifier") {
    AnchorsFolder folder;
    folder.add_authority("authority");
    folder.add_card_data_key(issuer_id.hex(), "issuer");
    folder.write("user-authentication/readme.txt", "not an anchor");
    const auto anchors = folder.load();
    REQUIRE(anchors.has_value());
    CHECK(anchors->user_authentication().size() == 1);
    const PublicKey* key = anchors->card_data_key(KeyKind::Rsa, issuer_id);
    REQUIRE(key != nullptr);
    CHECK(*key == public_key_named("issuer"));
    CHECK(anchors->card_data_key(KeyKind::Rsa, signer_id) == nullptr);
    CHECK(anchors->card_data_key(KeyKind::P384, issuer_id) == nullptr);
}

TEST_CASE("a missing folder is an error, an empty one is not") {
    CHECK(AnchorsFolder().load().has_value());
    const auto missing = TrustAnchors::load("/nonexistent/anchors");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code() == ErrorCode::FileUnreadable);
}

TEST_CASE("a file that is not what its place says stops the start") {
    AnchorsFolder folder;
    SECTION("a person's certificate among the authorities") {
        folder.write("user-authentication/holder.pem", to_pem(make_certificate({})));
    }
    SECTION("an authority of the signature kind") {
        AuthorityForm signature_kind;
        signature_kind.unit = "JPKI for digital signature";
        folder.add_authority("signature", signature_kind);
    }
    SECTION("an authority that may not sign certificates") {
        AuthorityForm weak;
        weak.key_usage = "critical,cRLSign";
        folder.add_authority("weak", weak);
    }
    SECTION("no certificate at all") {
        folder.write("user-authentication/text.pem", "hello");
    }
    SECTION("a public key under a name that is no key identifier") {
        folder.add_card_data_key("issuer", "issuer");
    }
    SECTION("a name of the right length with a wrong digit") {
        folder.add_card_data_key(std::string(31, '0') + "G", "issuer");
    }
    SECTION("no public key") {
        folder.write("card-data/" + std::string(32, '0') + ".pem", "hello");
    }
    SECTION("more files than any issuer has keys") {
        for (int i = 0; i <= 256; ++i) {
            folder.write("card-data/" + std::to_string(i) + ".pem", "");
        }
    }
    const auto anchors = folder.load();
    REQUIRE_FALSE(anchors.has_value());
    CHECK(anchors.error().code() == ErrorCode::ConfigInvalid);
}

TEST_CASE("the next generation's card-data keys are pinned beside today's, each under its kind") {
    AnchorsFolder folder;
    folder.add_card_data_key(issuer_id.hex(), "issuer");
    folder.add_p384_card_data_key(issuer_id.hex(), "p384 issuer");
    const auto anchors = folder.load();
    REQUIRE(anchors.has_value());
    CHECK(*anchors->card_data_key(KeyKind::Rsa, issuer_id) == public_key_named("issuer"));
    CHECK(*anchors->card_data_key(KeyKind::P384, issuer_id) == public_key_named("p384 issuer"));
}

TEST_CASE("a card-data key of another kind than its folder is for stops the start") {
    const auto [place, key] = GENERATE(table<std::string, std::string>({
        {"card-data/", "p256 issuer"},
        {"card-data/", "p384 issuer"},
        {"card-data-p384/", "issuer"},
        {"card-data-p384/", "p256 issuer"},
        {"card-data-p384/", "p521 issuer"},
    }));
    CAPTURE(place, key);
    AnchorsFolder folder;
    folder.write(place + issuer_id.hex() + ".pem",
                 to_pem(public_key_info(native_key(key)), "PUBLIC KEY"));
    const auto anchors = folder.load();
    REQUIRE_FALSE(anchors.has_value());
    CHECK(anchors.error().code() == ErrorCode::KeyInvalid);
}

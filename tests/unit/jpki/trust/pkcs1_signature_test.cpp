#include "jpki/trust/pkcs1_signature.hpp"
#include "tests/support/scripted_channel.hpp"
#include "tests/unit/jpki/support/card_data.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::hex;

namespace {

RsaPublicKey public_half(const std::string& name) {
    return parse_rsa_public_key(card_form(key_named(name))).value();
}

} // namespace

TEST_CASE("DigestInfo is as RFC 8017 prints it") {
    const Bytes info = sha256_digest_info(Bytes(32, 0xAB));
    CHECK(to_hex(ByteView(info).first(19)) == "3031300D060960864801650304020105000420");
    CHECK(info.size() == 51);
    const Bytes wide = sha256_digest_info(Bytes(96, 0xAB));
    CHECK(to_hex(ByteView(wide).first(2)) == "3071");
    CHECK(wide.size() == 115);
}

TEST_CASE("a signature holds for its key and message only") {
    const RsaPublicKey key = public_half("signer");
    const ByteView message = as_bytes("message");
    const Bytes signature = sign_message(key_named("signer"), message);
    CHECK(is_signature_over(key, message, signature));
    CHECK_FALSE(is_signature_over(key, as_bytes("messagf"), signature));
    CHECK_FALSE(is_signature_over(public_half("issuer"), message, signature));

    SECTION("of the wrong length it is refused") {
        CHECK_FALSE(is_signature_over(key, message, ByteView(signature).first(255)));
        CHECK_FALSE(is_signature_over(key, message, concatenate({Bytes{0}, signature})));
        CHECK_FALSE(is_signature_over(key, message, Bytes{}));
    }
    SECTION("trivial numbers are refused") {
        Bytes one(256, 0);
        CHECK_FALSE(is_signature_over(key, message, one));
        one.back() = 1;
        CHECK_FALSE(is_signature_over(key, message, one));
        CHECK_FALSE(is_signature_over(key, message, Bytes(256, 0xFF)));
        CHECK_FALSE(is_signature_over(key, message, key.modulus));
    }
}

TEST_CASE("blocks that a lenient reader would accept are refused") {
    const RsaPublicKey key = public_half("signer");
    const ByteView message = as_bytes("message");
    const Bytes digest = to_bytes(sha256(message));
    const Bytes info = sha256_digest_info(digest);
    const auto accepted = [&](ByteView block) {
        return is_signature_over(key, message, sign_digest_info(key_named("signer"), block));
    };
    CHECK(accepted(info));
    CHECK_FALSE(accepted(digest));                           // the bare hash
    CHECK_FALSE(accepted(concatenate({info, Bytes{0x00}}))); // something behind
    CHECK_FALSE(accepted(concatenate({Bytes{0x00}, info}))); // something before
    CHECK_FALSE(accepted(concatenate({hex("302F300B0609608648016503040201 0420"), digest})));
    CHECK_FALSE(accepted(concatenate({hex("30313 00D060960864801650304020205000420"), digest})));
    CHECK_FALSE(accepted(concatenate({hex("308131300D060960864801650304020105000420"), digest})));
}

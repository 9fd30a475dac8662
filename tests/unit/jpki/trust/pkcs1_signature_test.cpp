#include "jpki/trust/pkcs1_signature.hpp"
#include "tests/support/scripted_channel.hpp"
#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/keys.hpp"
#include "tests/unit/jpki/support/tlv.hpp"

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

TEST_CASE("each hash has its own DigestInfo, as OpenSSL signs") {
    const auto key = std::get<RsaPublicKey>(public_key_named("signer"));
    const ByteView message = as_bytes("message");
    constexpr std::array hashes{HashAlgorithm::Sha256, HashAlgorithm::Sha384,
                                HashAlgorithm::Sha512};
    for (const HashAlgorithm made : hashes) {
        const Bytes signature = sign_with("signer", made, message);
        for (const HashAlgorithm checked : hashes) {
            CHECK(is_signature_over(key, checked, message, signature) == (made == checked));
        }
    }
}

TEST_CASE("padding that is not 00 01 FF … FF 00 to the last byte is refused") {
    const auto key = std::get<RsaPublicKey>(public_key_named("signer"));
    const ByteView message = as_bytes("message");
    const Bytes info = sha256_digest_info(sha256(message));
    const Bytes good = pkcs1_block(key, info);
    const auto accepted = [&](ByteView block) {
        return is_signature_over(key, message, sign_raw_block("signer", block));
    };
    CHECK(accepted(good));
    const auto with = [&good](std::size_t place, std::uint8_t byte) {
        Bytes changed = good;
        changed[place] = byte;
        return changed;
    };
    const std::size_t separator = good.size() - info.size() - 1;
    CHECK_FALSE(accepted(with(1, 0x02)));             // block type of encryption
    CHECK_FALSE(accepted(with(1, 0x00)));             // block type zero
    CHECK_FALSE(accepted(with(2, 0x00)));             // padding ends at once
    CHECK_FALSE(accepted(with(100, 0xFE)));           // one byte of padding differs
    CHECK_FALSE(accepted(with(separator, 0xFF)));     // no separator
    CHECK_FALSE(accepted(with(separator - 1, 0x00))); // two separators

    SECTION("a short padding with a tail behind the digest") {
        const std::size_t tail = good.size() - 2 - 8 - 1 - info.size();
        CHECK_FALSE(accepted(concatenate(
            {Bytes{0x00, 0x01}, Bytes(8, 0xFF), Bytes{0x00}, info, Bytes(tail, 0x5A)})));
    }
    SECTION("a tail hidden in the parameters of the algorithm") {
        const Bytes hidden =
            tlv(0x30, concatenate({tlv(0x30, concatenate({hex("0609608648016503040201"),
                                                          tlv(0x04, Bytes(100, 0x5A))})),
                                   tlv(0x04, sha256(message))}));
        CHECK_FALSE(accepted(pkcs1_block(key, hidden)));
    }
}

TEST_CASE("a signature is as long as its key and below its modulus") {
    const auto key = std::get<RsaPublicKey>(public_key_named("signer"));
    const ByteView message = as_bytes("message");
    const Bytes signature = sign_with("signer", HashAlgorithm::Sha256, message);
    CHECK_FALSE(is_signature_over(key, message, concatenate({signature, Bytes{0x00}})));
    Bytes plus_modulus = signature;
    unsigned carry = 0;
    for (std::size_t i = signature.size(); i-- > 0;) {
        carry += signature[i] + unsigned{key.modulus[i]};
        plus_modulus[i] = static_cast<std::uint8_t>(carry);
        carry >>= 8U;
    }
    CHECK_FALSE(is_signature_over(key, message, plus_modulus));
}

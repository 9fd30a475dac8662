#include "jpki/trust/public_key.hpp"
#include "jpki/trust/signature_algorithm.hpp"
#include "tests/unit/jpki/support/keys.hpp"
#include "tests/unit/jpki/support/tlv.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

bool accepted(ByteView info) {
    return parse_public_key(info).has_value();
}

const Bytes rsa_algorithm =
    tlv(0x30, concatenate({tlv(0x06, Bytes{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01}),
                           tlv(0x05, {})}));

Bytes whole_bytes(ByteView content) {
    return tlv(0x03, concatenate({Bytes{0x00}, content}));
}

Bytes rsa_info(ByteView numbers) {
    return tlv(0x30, concatenate({rsa_algorithm, whole_bytes(tlv(0x30, numbers))}));
}

} // namespace

TEST_CASE("keys of every kind on the list are read as OpenSSL writes them") {
    CHECK(kind_of(public_key_named("holder")) == KeyKind::Rsa);
    CHECK(kind_of(public_key_named("p256 holder")) == KeyKind::P256);
    CHECK(kind_of(public_key_named("p384 holder")) == KeyKind::P384);
    CHECK(kind_of(public_key_named("p521 holder")) == KeyKind::P521);
}

TEST_CASE("every other key is refused") {
    CHECK_FALSE(accepted(public_key_info(key_on_described_curve().get())));
    CHECK_FALSE(accepted(public_key_info(native_key_of_kind("ED25519").get())));
    CHECK_FALSE(accepted(public_key_info(native_key_on_curve("secp256k1").get())));
    CHECK_FALSE(accepted(public_key_info(rsa_public_key(1024, {0x01, 0x00, 0x01}).get())));
    CHECK_FALSE(accepted(Bytes{}));
}

TEST_CASE("a point must lie on its curve and be coded in full") {
    const Bytes good = public_key_info(native_key("p256 holder"));
    CHECK(accepted(good));
    Bytes beside = good;
    beside.back() ^= 1U;
    CHECK_FALSE(accepted(beside));
    const ByteView point = ByteView(good).last(65);
    const ByteView algorithm = ByteView(good).subspan(2, 21);
    const auto with_point = [&](ByteView coded) {
        return accepted(tlv(0x30, concatenate({algorithm, whole_bytes(coded)})));
    };
    CHECK(with_point(point));
    const auto compressed = static_cast<std::uint8_t>(2U + (point.back() & 1U));
    CHECK_FALSE(with_point(concatenate({Bytes{compressed}, point.subspan(1, 32)})));
    CHECK_FALSE(with_point(Bytes{0x00})); // at infinity
    CHECK_FALSE(with_point(concatenate({point, Bytes{0x00}})));
    CHECK_FALSE(with_point(concatenate({Bytes{0x04}, Bytes(64)})));
}

TEST_CASE("numbers of an RSA key have one coding") {
    const Bytes modulus = concatenate({Bytes{0x00}, Bytes(256, 0xC5)});
    const Bytes exponent{0x01, 0x00, 0x01};
    const auto with = [](ByteView n, ByteView e, ByteView behind = {}) {
        return accepted(rsa_info(concatenate({tlv(0x02, n), tlv(0x02, e), behind})));
    };
    CHECK(with(modulus, exponent));
    CHECK_FALSE(with(Bytes(256, 0xC5), exponent)); // negative
    CHECK_FALSE(with(concatenate({Bytes{0x00}, modulus}), exponent));
    CHECK_FALSE(with(modulus, concatenate({Bytes{0x00}, exponent})));
    CHECK_FALSE(with(modulus, {}));
    CHECK_FALSE(with(modulus, Bytes{0x00}));
    CHECK_FALSE(with(modulus, exponent, tlv(0x02, Bytes{0x01})));
    CHECK_FALSE(with(concatenate({Bytes{0x00}, Bytes(255, 0xC5), Bytes{0xC4}}), exponent)); // even
}

TEST_CASE("nothing may surround or follow a key") {
    const Bytes good = public_key_info(native_key("holder"));
    CHECK_FALSE(accepted(concatenate({good, Bytes{0x00}})));
    CHECK_FALSE(accepted(ByteView(good).first(good.size() - 1)));
    Bytes half_a_byte = good;
    half_a_byte[4 + 15 + 4] = 0x04; // unused bits of the bit string
    CHECK_FALSE(accepted(half_a_byte));
}

TEST_CASE("key files are DER or PEM of a public key") {
    const Bytes good = public_key_info(native_key("p384 holder"));
    CHECK(parse_public_key_file(good).has_value());
    CHECK(parse_public_key_file(as_bytes(to_pem(good, "PUBLIC KEY"))).has_value());
    CHECK_FALSE(parse_public_key_file(as_bytes(to_pem(good, "CERTIFICATE"))).has_value());
    CHECK_FALSE(parse_public_key_file(as_bytes("hello")).has_value());
    CHECK_FALSE(parse_public_key_file({}).has_value());
}

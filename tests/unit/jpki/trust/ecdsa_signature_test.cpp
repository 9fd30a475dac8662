// The classes of published ECDSA vectors, made here: every signature but one coding is refused.
#include "jpki/trust/ecdsa_signature.hpp"
#include "tests/support/scripted_channel.hpp"
#include "tests/unit/jpki/support/keys.hpp"
#include "tests/unit/jpki/support/tlv.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::hex;

namespace {

const ByteView message = as_bytes("message");

// Orders of the curves (FIPS 186-5, SP 800-186).
const Bytes order_of_p256 = hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

struct Numbers {
    Bytes r; // content of the INTEGER
    Bytes s;
};

Numbers numbers_in(ByteView signature) {
    const std::size_t r_size = signature[3];
    return {to_bytes(signature.subspan(4, r_size)), to_bytes(signature.subspan(6 + r_size))};
}

Bytes coded(const Numbers& numbers) {
    return tlv(0x30, concatenate({tlv(0x02, numbers.r), tlv(0x02, numbers.s)}));
}

bool accepted(ByteView signature) {
    const auto key = std::get<EcPublicKey>(public_key_named("p256 signer"));
    return is_signature_over(key, HashAlgorithm::Sha256, message, signature);
}

// Adds the order to a number below it, big-endian with a zero before.
Bytes plus_order(ByteView number) {
    Bytes sum(33);
    unsigned carry = 0;
    for (std::size_t i = 0; i < 33; ++i) {
        const unsigned left = i < number.size() ? number[number.size() - 1 - i] : 0U;
        const unsigned right = i < 32 ? order_of_p256[31 - i] : 0U;
        const unsigned digit = left + right + carry;
        sum[32 - i] = static_cast<std::uint8_t>(digit);
        carry = digit >> 8U;
    }
    return sum;
}

} // namespace

TEST_CASE("a signature holds for its key, message and hash only, on every curve") {
    for (const std::string curve : {"p256 ", "p384 ", "p521 "}) {
        const auto key = std::get<EcPublicKey>(public_key_named(curve + "signer"));
        const auto other = std::get<EcPublicKey>(public_key_named(curve + "other"));
        for (const HashAlgorithm hash :
             {HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512}) {
            const Bytes signature = sign_with(curve + "signer", hash, message);
            CHECK(is_signature_over(key, hash, message, signature));
            CHECK_FALSE(is_signature_over(key, hash, as_bytes("messagf"), signature));
            CHECK_FALSE(is_signature_over(other, hash, message, signature));
            const auto wrong_hash =
                hash == HashAlgorithm::Sha256 ? HashAlgorithm::Sha512 : HashAlgorithm::Sha256;
            CHECK_FALSE(is_signature_over(key, wrong_hash, message, signature));
        }
    }
}

TEST_CASE("numbers out of range are refused") {
    const Numbers good = numbers_in(sign_with("p256 signer", HashAlgorithm::Sha256, message));
    CHECK(accepted(coded(good)));
    const Bytes zero{0x00};
    const Bytes one{0x01};
    const Bytes order = concatenate({zero, order_of_p256});
    CHECK_FALSE(accepted(coded({zero, good.s})));
    CHECK_FALSE(accepted(coded({good.r, zero})));
    CHECK_FALSE(accepted(coded({zero, zero})));
    CHECK_FALSE(accepted(coded({one, one})));
    CHECK_FALSE(accepted(coded({order, good.s})));
    CHECK_FALSE(accepted(coded({good.r, order})));
    CHECK_FALSE(accepted(coded({plus_order(good.r), good.s})));
    CHECK_FALSE(accepted(coded({good.r, plus_order(good.s)})));
    CHECK_FALSE(accepted(coded({concatenate({one, Bytes(2000)}), good.s})));
    CHECK_FALSE(accepted(coded({Bytes{0xFF}, good.s}))); // minus one
}

TEST_CASE("every coding but the shortest is refused") {
    const Bytes signature = sign_with("p256 signer", HashAlgorithm::Sha256, message);
    const Numbers good = numbers_in(signature);
    const ByteView content = ByteView(signature).subspan(2);
    const auto size = static_cast<std::uint8_t>(content.size());
    CHECK_FALSE(accepted({}));
    CHECK_FALSE(accepted(Bytes{0x30, 0x00}));
    CHECK_FALSE(accepted(concatenate({signature, Bytes{0x00}})));               // something behind
    CHECK_FALSE(accepted(tlv(0x30, concatenate({content, Bytes{0x05, 0}}))));   // inside
    CHECK_FALSE(accepted(concatenate({Bytes{0x30, 0x81, size}, content})));     // longer length
    CHECK_FALSE(accepted(concatenate({Bytes{0x30, 0x80}, content, Bytes(2)}))); // indefinite
    CHECK_FALSE(accepted(concatenate({Bytes{0x31}, ByteView(signature).subspan(1)})));
    CHECK_FALSE(accepted(coded({concatenate({Bytes(2), good.r}), good.s}))); // zeros too many
    CHECK_FALSE(accepted(concatenate({good.r, good.s})));                    // the numbers alone
    for (std::size_t end = 0; end < signature.size(); ++end) {
        CHECK_FALSE(accepted(ByteView(signature).first(end)));
    }
}

TEST_CASE("any changed bit of a signature is refused") {
    const Bytes signature = sign_with("p256 signer", HashAlgorithm::Sha256, message);
    for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
        Bytes changed = signature;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(accepted(changed));
    }
}

#include "jpki/trust/signature_algorithm.hpp"
#include "tests/unit/jpki/support/keys.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

TEST_CASE("every pair of key and hash has a name of its own") {
    std::set<std::string> names;
    for (const SignatureAlgorithm algorithm : all_signature_algorithms()) {
        names.insert(name_of(algorithm));
    }
    CHECK(names.size() == 12);
    CHECK(names.contains("rsa-pkcs1-sha256"));
    CHECK(names.contains("ecdsa-p384-sha384"));
}

TEST_CASE("a key signs by algorithms of its own kind only") {
    const ByteView message = as_bytes("message");
    for (const std::string name : {"signer", "p256 signer", "p384 signer", "p521 signer"}) {
        const PublicKey key = public_key_named(name);
        for (const SignatureAlgorithm algorithm : all_signature_algorithms()) {
            CAPTURE(name, name_of(algorithm));
            const Bytes signature = sign_with(name, algorithm.hash, message);
            CHECK(is_signature_over(key, algorithm, message, signature) ==
                  (algorithm.key == kind_of(key)));
        }
    }
}

TEST_CASE("a card hashes by the size of its key") {
    CHECK(name_of(usual_algorithm(public_key_named("signer"))) == "rsa-pkcs1-sha256");
    CHECK(name_of(usual_algorithm(public_key_named("p256 signer"))) == "ecdsa-p256-sha256");
    CHECK(name_of(usual_algorithm(public_key_named("p384 signer"))) == "ecdsa-p384-sha384");
    CHECK(name_of(usual_algorithm(public_key_named("p521 signer"))) == "ecdsa-p521-sha512");
}

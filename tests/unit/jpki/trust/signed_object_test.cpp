// The signature of certificates, and OpenSSL's own opinion of it beside ours.
#include "jpki/trust/certificate.hpp"
#include "jpki/trust/signed_object.hpp"
#include "tests/unit/jpki/support/certificates.hpp"
#include "tests/unit/jpki/support/tlv.hpp"

#include <catch2/catch.hpp>
#include <openssl/err.h>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

bool openssl_accepts(ByteView der, const std::string& key) {
    const std::uint8_t* cursor = der.data();
    const X509Part<X509> certificate(d2i_X509(nullptr, &cursor, static_cast<long>(der.size())));
    const bool good =
        certificate != nullptr && X509_verify(certificate.get(), native_key(key)) == 1;
    ERR_clear_error();
    return good;
}

bool we_accept(ByteView der, const std::string& key) {
    return is_object_signed_by(der, public_key_named(key));
}

CertificateForm signed_with(const std::string& key, const std::string& hash) {
    CertificateForm form;
    form.signed_by = form.names_issuer = key;
    form.hash = hash;
    return form;
}

} // namespace

TEST_CASE("of every key and hash on the list OpenSSL and we think the same") {
    const std::vector<std::string> keys{"authority", "other authority", "p256 authority",
                                        "p384 authority", "p521 authority"};
    for (const std::string& signer : keys) {
        for (const std::string hash : {"SHA256", "SHA384", "SHA512"}) {
            const Bytes certificate = make_certificate(signed_with(signer, hash));
            for (const std::string& key : keys) {
                CAPTURE(signer, hash, key);
                CHECK(we_accept(certificate, key) == (signer == key));
                CHECK(openssl_accepts(certificate, key) == (signer == key));
            }
        }
    }
}

TEST_CASE("hashes outside the list are refused though OpenSSL takes them") {
    for (const std::string hash : {"SHA1", "SHA224", "SHA3-256"}) {
        const Bytes certificate = make_certificate(signed_with("authority", hash));
        CHECK(openssl_accepts(certificate, "authority"));
        CHECK_FALSE(we_accept(certificate, "authority"));
    }
}

TEST_CASE("of a changed certificate we never accept what OpenSSL refuses") {
    for (const std::string key : {"authority", "p384 authority"}) {
        const Bytes good = make_certificate(signed_with(key, "SHA384"));
        std::size_t accepted = 0;
        for (std::size_t place = 0; place < good.size(); ++place) {
            Bytes changed = good;
            changed[place] ^= 0x01U;
            CAPTURE(place);
            accepted += we_accept(changed, key) ? 1U : 0U;
            CHECK((!we_accept(changed, key) || openssl_accepts(changed, key)));
        }
        CHECK(accepted == 0);
    }
}

TEST_CASE("what is no signed object has no signature") {
    const Bytes good = make_certificate({});
    CHECK_FALSE(we_accept({}, "authority"));
    CHECK_FALSE(we_accept(concatenate({good, Bytes{0x00}}), "authority"));
    CHECK_FALSE(we_accept(tlv(0x30, {}), "authority"));
    CHECK_FALSE(we_accept(tlv(0x30, tlv(0x30, {})), "authority"));
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_FALSE(we_accept(ByteView(good).first(size), "authority"));
    }
}

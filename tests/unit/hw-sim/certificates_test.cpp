// The simulated authorities' certificates, judged by OpenSSL.
#include "hw-sim/card/certificate_profile.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Certificate parse(const Bytes& der) {
    const unsigned char* cursor = der.data();
    return {d2i_X509(nullptr, &cursor, static_cast<long>(der.size())), X509_free};
}

Certificate end_entity(sim::CertificateUse use) {
    const auto key = issuer().keys().key("card-p02-authentication");
    return parse(issuer().issue_certificate(use, persona("p02"), *key).value());
}

Certificate authority(sim::CertificateUse use) {
    return parse(issuer().authority_certificate(use).value());
}

bool is_signed_by(const Certificate& certificate, const Certificate& by) {
    return X509_verify(certificate.get(), X509_get0_pubkey(by.get())) == 1;
}

std::string subject_text(const Certificate& certificate) {
    char text[256] = {};
    X509_NAME_oneline(X509_get_subject_name(certificate.get()), text, sizeof(text));
    return text;
}

constexpr auto user = sim::CertificateUse::UserAuthentication;
constexpr auto signature = sim::CertificateUse::Signature;

} // namespace

TEST_CASE("each end-entity certificate is signed by the authority of its own kind only") {
    CHECK(is_signed_by(end_entity(user), authority(user)));
    CHECK(is_signed_by(end_entity(signature), authority(signature)));
    CHECK_FALSE(is_signed_by(end_entity(user), authority(signature)));
    CHECK(is_signed_by(authority(user), authority(user)));
}

TEST_CASE("the authority says that it is an authority, and that it is simulated") {
    const auto certificate = authority(user);
    CHECK(X509_check_ca(certificate.get()) == 1);
    CHECK(X509_get_key_usage(certificate.get()) == (KU_KEY_CERT_SIGN | KU_CRL_SIGN));
    CHECK(subject_text(certificate).find("/O=JPKI-SIM/") != std::string::npos);
    CHECK(subject_text(certificate).find("simulator") != std::string::npos);
}

TEST_CASE("key usage and names follow the profile") {
    CHECK(X509_get_key_usage(end_entity(user).get()) == KU_DIGITAL_SIGNATURE);
    CHECK(X509_get_key_usage(end_entity(signature).get()) ==
          (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION));
    CHECK(subject_text(end_entity(user)) == "/C=JP/CN=0000000002SIM99131001A");
    CHECK(X509_get_ext_by_NID(end_entity(user).get(), NID_subject_alt_name, -1) < 0);
    for (const int nid : {NID_certificate_policies, NID_authority_key_identifier,
                          NID_crl_distribution_points, NID_issuer_alt_name}) {
        CHECK(X509_get_ext_by_NID(end_entity(user).get(), nid, -1) >= 0);
    }
}

TEST_CASE("the 署名用 certificate alone carries the person, in the card's order") {
    const auto certificate = end_entity(signature);
    auto* const names = static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr));
    REQUIRE(names != nullptr);
    std::vector<std::string> texts;
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const auto* const text =
            sk_GENERAL_NAME_value(names, i)->d.otherName->value->value.utf8string;
        texts.emplace_back(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                           static_cast<std::size_t>(ASN1_STRING_length(text)));
    }
    GENERAL_NAMES_free(names);
    const auto owner = persona("p02");
    REQUIRE(texts.size() == 6);
    CHECK(texts[0] == owner.name.kanji);
    CHECK(texts[1] == "420060208");
    CHECK(texts[2] == "2");
    CHECK(texts[3] == owner.address);
    CHECK(texts[4] == "00000");
}

TEST_CASE("certificates run to the fifth birthday after issue, never past the card's expiry") {
    struct Case {
        CivilDate birth;
        CivilDate card_expiry;
        CivilDate issued;
        CivilDate last_day;
    };
    const auto example = GENERATE(values<Case>({
        {2006y / 2 / 8, 2036y / 2 / 8, 2026y / 3 / 10, 2031y / 2 / 8},
        {1996y / 2 / 29, 2035y / 2 / 28, 2025y / 3 / 30, 2030y / 2 / 28},
        {1940y / 11 / 20, 2035y / 11 / 20, 2025y / 12 / 20, 2030y / 11 / 20},
        {1980y / 12 / 31, 2030y / 1 / 10, 2020y / 2 / 9, 2024y / 12 / 31},
    }));
    sim::Persona person;
    person.birth_date = example.birth;
    person.card.expiry = example.card_expiry;
    CHECK(sim::certificate_issue_date(person) == example.issued);
    CHECK(sim::certificate_last_day(person) == example.last_day);
}

TEST_CASE("trust anchors are exported under the names that readers look for") {
    const TemporaryFolder folder;
    REQUIRE(issuer().export_trust_anchors(folder.path()));
    std::ifstream pem(folder.path() / "user-authentication" / "jpki-sim-2023.pem");
    const std::string text{std::istreambuf_iterator<char>(pem), {}};
    BIO* const bio = BIO_new_mem_buf(text.data(), static_cast<int>(text.size()));
    const Certificate read{PEM_read_bio_X509(bio, nullptr, nullptr, nullptr), X509_free};
    BIO_free(bio);
    REQUIRE(read != nullptr);
    CHECK(X509_cmp(read.get(), authority(user).get()) == 0);
    for (const char* id : {"9900020", "9900023", "9900033"}) {
        const std::string name = to_hex(as_bytes(id)) + "080530303100000001.pem";
        CHECK(std::filesystem::exists(folder.path() / "card-data" / name));
    }
}

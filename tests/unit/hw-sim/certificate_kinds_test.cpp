// Dates, authorities and revocation of the kinds' certificates, judged by OpenSSL.
#include "hw-sim/card/certificate_profile.hpp"
#include "tests/unit/hw-sim/kind_exchange.hpp"

#include <openssl/x509v3.h>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using RevocationList = std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)>;

constexpr auto user = sim::CertificateUse::UserAuthentication;

Certificate parse(const Bytes& der) {
    const unsigned char* cursor = der.data();
    return {d2i_X509(nullptr, &cursor, static_cast<long>(der.size())), X509_free};
}

Certificate on_card(std::string_view kind, std::string_view read) {
    const auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, select_jpki) == "9000");
    return parse(data_of(*card, read));
}
Certificate own(std::string_view kind) {
    return on_card(kind, "00B08A00000000");
}

Certificate authority(const sim::AuthorityGeneration& generation) {
    return parse(issuer().authority_certificate(user, generation).value());
}

RevocationList revocation_list(const sim::AuthorityGeneration& generation) {
    const Bytes der = issuer().revocation_list(user, generation, today).value();
    const unsigned char* cursor = der.data();
    return {d2i_X509_CRL(nullptr, &cursor, static_cast<long>(der.size())), X509_CRL_free};
}

// The last day in Japan, counted from today.
long days_left(const Certificate& certificate) {
    std::tm end{};
    REQUIRE(ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) == 1);
    const auto instant = std::chrono::system_clock::from_time_t(::timegm(&end));
    const CivilDate day = date_in_japan(std::chrono::floor<std::chrono::seconds>(instant));
    return (std::chrono::sys_days(day) - std::chrono::sys_days(today)).count();
}

bool is_signed_by(const Certificate& certificate, const Certificate& by) {
    return X509_verify(certificate.get(), X509_get0_pubkey(by.get())) == 1;
}

} // namespace

TEST_CASE("certificates end so many days from today as their kind says") {
    const auto [kind, days] = GENERATE(table<const char*, int>({{"certificate-expires-soon", 30},
                                                                {"certificate-in-grace", -30},
                                                                {"certificate-dead", -200},
                                                                {"body-expired", -30}}));
    CHECK(days_left(own(kind)) == days);
}

TEST_CASE("the end of the certificate and the end of the card are two things") {
    CHECK(holder("p02", "certificate-dead").card.expiry == persona("p02").card.expiry);
    CHECK(holder("p02", "body-expired").card.expiry < today);
}

TEST_CASE("three generations of authorities have one name and three keys") {
    const auto& all = sim::authority_generations();
    for (const sim::AuthorityGeneration& one : all) {
        for (const sim::AuthorityGeneration& other : all) {
            INFO(one.name << " and " << other.name);
            CHECK(X509_NAME_cmp(X509_get_subject_name(authority(one).get()),
                                X509_get_subject_name(authority(other).get())) == 0);
            CHECK(is_signed_by(authority(one), authority(other)) == (&one == &other));
        }
    }
}

TEST_CASE(
    "a card's certificate is of the generation that issued on its day, as is its authority's") {
    const auto [kind, generation] = GENERATE(table<const char*, std::size_t>(
        {{"authority-2015", 0}, {"authority-2019", 1}, {"authority-2023", 2}, {"current", 2}}));
    INFO(kind);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(is_signed_by(own(kind), authority(sim::authority_generations()[i])) ==
              (i == generation));
    }
    CHECK(is_signed_by(own(kind), on_card(kind, "00B08B00000000")));
}

TEST_CASE("an authority issues from its first day on") {
    struct Case {
        CivilDate day;
        const char* generation;
    };
    using namespace std::chrono_literals;
    const auto example = GENERATE(values<Case>({{2015y / 10 / 20, "2015"},
                                                {2019y / 9 / 13, "2015"},
                                                {2019y / 9 / 14, "2019"},
                                                {2023y / 7 / 16, "2023"},
                                                {2040y / 1 / 1, "2023"}}));
    CHECK(sim::authority_generation_on(example.day).name == std::string(example.generation));
}

TEST_CASE("the revocation list of the authority names the lost card's certificate and no other") {
    for (const sim::AuthorityGeneration& generation : sim::authority_generations()) {
        const RevocationList list = revocation_list(generation);
        REQUIRE(list != nullptr);
        CHECK(X509_CRL_verify(list.get(), X509_get0_pubkey(authority(generation).get())) == 1);
        X509_REVOKED* entry = nullptr;
        CHECK(X509_CRL_get0_by_cert(list.get(), &entry, own("revoked").get()) == 1);
        CHECK(X509_CRL_get0_by_cert(list.get(), &entry, own("current").get()) == 0);
    }
}

TEST_CASE("a revocation list is of version 2, numbered, and good from its day for 30 days") {
    const RevocationList list = revocation_list(sim::newest_authority_generation());
    CHECK(X509_CRL_get_version(list.get()) == X509_CRL_VERSION_2);
    CHECK(X509_CRL_get_ext_by_NID(list.get(), NID_crl_number, -1) >= 0);
    CHECK(X509_CRL_get_ext_by_NID(list.get(), NID_authority_key_identifier, -1) >= 0);
    int days = 0;
    int seconds = 0;
    CHECK(ASN1_TIME_diff(&days, &seconds, X509_CRL_get0_lastUpdate(list.get()),
                         X509_CRL_get0_nextUpdate(list.get())) == 1);
    CHECK(days == 30);
}

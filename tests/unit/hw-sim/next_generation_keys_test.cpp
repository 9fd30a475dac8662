// The next-generation card (provisional, no public APDU specification): its P-384 keys, what they
// sign, and the certificates above them, judged by OpenSSL.
#include "hw-sim/card/authority_generation.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/hw-sim/kind_exchange.hpp"

#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

constexpr const char* kind = "next-generation";
constexpr const char* present_pin = "002000980432343638"; // p02's, 2468
const Bytes abc{0x61, 0x62, 0x63};

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Certificate parse(const Bytes& der) {
    const unsigned char* cursor = der.data();
    return {d2i_X509(nullptr, &cursor, static_cast<long>(der.size())), X509_free};
}

std::shared_ptr<sim::VirtualCard> signing_card() {
    auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, select_jpki) == "9000");
    REQUIRE(status_of(*card, present_pin) == "9000");
    return card;
}

Certificate on_card(std::string_view read, std::string_view of_kind = kind) {
    const auto card = card_of("p02", of_kind);
    REQUIRE(status_of(*card, select_jpki) == "9000");
    return parse(data_of(*card, read));
}
Certificate own(std::string_view of_kind = kind) {
    return on_card("00B08A00000000", of_kind);
}
Certificate authority() {
    return on_card("00B08B00000000");
}

// "YYYYMMDDhhmmssZ", UTC.
std::string text_of(const ASN1_TIME* time) {
    std::tm fields{};
    REQUIRE(ASN1_TIME_to_tm(time, &fields) == 1);
    char text[32];
    std::strftime(text, sizeof(text), "%Y%m%d%H%M%SZ", &fields);
    return text;
}

} // namespace

TEST_CASE("the 認証AP has a label of its own, and files and PIN as today") {
    check(GENERATE(values<KindExchange>({
        {kind, {select_jpki}, "00B0860010", "4A504B494150494343544F4B454E33209000"},
        {kind, {select_jpki}, "00B0880000", "8F8F009000"},
        {kind, {select_jpki}, "00B08A0002", "30829000"},
        {kind, {select_jpki}, "00B08B0002", "30829000"},
        {kind, {select_jpki}, "00B0810002", "6982"},
        {kind, {select_jpki}, "00200098", "63C3"},
        {kind, {select_jpki}, "002000980432343639", "63C2"},
        {kind, {select_jpki}, "0020009B", "63C5"},
        {kind, {select_jpki}, "00200018", "6A86"},
    })));
}

TEST_CASE("P2 of COMPUTE DIGITAL SIGNATURE names the authentication key in three ways") {
    const std::string p2 = GENERATE("80", "97", "17");
    INFO(p2);
    const auto card = signing_card();
    REQUIRE(status_of(*card, "00A4020C020017") == "9000");
    const Bytes signature = data_of(*card, "802A03" + p2 + "0361626300");
    const Bytes key = public_key_in_certificate(data_of(*card, "00B08A00000000"));
    CHECK(verifies_as_ecdsa_p384(key, abc, signature));
    CHECK_FALSE(verifies_as_ecdsa_p384(key, Bytes{0x61}, signature));
}

TEST_CASE("a message to sign is up to 255 bytes, or longer in an extended command") {
    struct Case {
        std::size_t length;
        const char* header; // up to the data
        const char* le;
    };
    const auto example = GENERATE(values<Case>({{1, "802A039701", "00"},
                                                {255, "802A0397FF", "68"},
                                                {256, "802A0397000100", "0000"},
                                                {5000, "802A0397001388", "0068"}}));
    INFO(example.length);
    const auto card = signing_card();
    const Bytes message(example.length, 0x5A);
    const Bytes signature = data_of(*card, example.header + to_hex(message) + example.le);
    const Bytes key = public_key_in_certificate(data_of(*card, "00B08A00000000"));
    CHECK(verifies_as_ecdsa_p384(key, message, signature));
}

TEST_CASE("a P-384 key refuses with the right reason") {
    struct Case {
        const char* what;
        bool verified;
        const char* command;
        const char* status;
    };
    const auto example = GENERATE(values<Case>({
        {"no PIN", false, "802A03970361626300", "6982"},
        {"no PIN, bare short identifier", false, "802A03170361626300", "6982"},
        {"another key's PIN", true, "802A039A0361626300", "6982"},
        {"DigestInfo scheme", true, "802A00970361626300", "6A86"},
        {"hash scheme", true, "802A02970361626300", "6A86"},
        {"RSASSA-PSS scheme", true, "802A05970361626300", "6A86"},
        {"unknown scheme", true, "802A06970361626300", "6A86"},
        {"no data", true, "802A039700", "6700"},
        {"no Le", true, "802A039703616263", "6700"},
        {"Le too small", true, "802A03970361626367", "6700"},
        {"no default key", true, "802A03000361626300", "6A88"},
        {"a certificate is no key", true, "802A030A0361626300", "6981"},
        {"INTERNAL AUTHENTICATE", true, "008800970361626300", "6985"},
    }));
    INFO(example.what);
    const auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, select_jpki) == "9000");
    if (example.verified) {
        REQUIRE(status_of(*card, present_pin) == "9000");
    }
    CHECK(status_of(*card, example.command) == example.status);
    CHECK(card->observations().used_keys.empty());
}

TEST_CASE("the presence key signs for everybody, by the key in the face record") {
    const auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, select_merged_surface) == "9000");
    const Bytes signature = data_of(*card, "802A03000361626300");
    REQUIRE_FALSE(signature.empty());
    CHECK(card->observations().used_keys.size() == 1);
    REQUIRE(verify(*card, 0x12, "402817") == "9000");
    const Bytes record = data_of(*card, "00B08200000000");
    // FF2082hhll DF2110 and 8 offsets; the third says where DF24 stands.
    const auto at = static_cast<std::size_t>(big_endian(ByteView(record).subspan(8 + 2 * 2, 2)));
    REQUIRE(to_hex(ByteView(record).subspan(at, 3)) == "DF2478");
    const ByteView key = ByteView(record).subspan(at + 3, 0x78);
    CHECK(verifies_as_ecdsa_p384(key, abc, signature));
    CHECK(data_of(*card, "802A03000361626300") != signature);
}

TEST_CASE("certificate and authority are P-384 with SHA-384 and one chain") {
    CHECK(X509_get_signature_nid(own().get()) == NID_ecdsa_with_SHA384);
    CHECK(X509_get_signature_nid(authority().get()) == NID_ecdsa_with_SHA384);
    CHECK(X509_verify(own().get(), X509_get0_pubkey(authority().get())) == 1);
    CHECK(X509_verify(authority().get(), X509_get0_pubkey(authority().get())) == 1);
    CHECK(X509_get_key_usage(own().get()) == KU_DIGITAL_SIGNATURE);
    CHECK(X509_NAME_cmp(X509_get_subject_name(authority().get()),
                        X509_get_subject_name(on_card("00B08B00000000", "current").get())) == 0);
}

TEST_CASE("the authority on the card is the exported anchor, byte for byte") {
    const TemporaryFolder folder;
    REQUIRE(issuer().export_trust_anchors(folder.path()));
    const std::string file = folder.path() / "user-authentication" / "jpki-sim-2026.pem";
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_file(file.c_str(), "r"), BIO_free);
    REQUIRE(in != nullptr);
    const Certificate anchor{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free};
    REQUIRE(anchor != nullptr);
    CHECK(X509_cmp(anchor.get(), authority().get()) == 0);
}

TEST_CASE("a certificate runs to the tenth birthday after issue, from its authority's day on") {
    // Midnight and the last second in Japan, nine hours before UTC.
    CHECK(text_of(X509_get0_notBefore(own().get())) == "20260309150000Z");
    CHECK(text_of(X509_get0_notAfter(own().get())) == "20360208145959Z");
    CHECK(text_of(X509_get0_notAfter(own("next-generation-in-grace").get())) == "20261021145959Z");
    const auto earlier = card_of("p03", kind); // a card of 2025
    REQUIRE(status_of(*earlier, select_jpki) == "9000");
    const Certificate certificate = parse(data_of(*earlier, "00B08A00000000"));
    CHECK(text_of(X509_get0_notBefore(certificate.get())) == "20251231150000Z");
    CHECK(text_of(X509_get0_notAfter(certificate.get())) == "20350228145959Z");
}

TEST_CASE("the authority's revocation list names the lost card and no other") {
    const Bytes der = issuer()
                          .revocation_list(sim::CertificateUse::UserAuthentication,
                                           sim::provisional_authority_generation(), today)
                          .value();
    const unsigned char* cursor = der.data();
    const std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)> list(
        d2i_X509_CRL(nullptr, &cursor, static_cast<long>(der.size())), X509_CRL_free);
    REQUIRE(list != nullptr);
    CHECK(X509_CRL_get_signature_nid(list.get()) == NID_ecdsa_with_SHA384);
    CHECK(X509_CRL_verify(list.get(), X509_get0_pubkey(authority().get())) == 1);
    X509_REVOKED* entry = nullptr;
    CHECK(X509_CRL_get0_by_cert(list.get(), &entry, own("next-generation-revoked").get()) == 1);
    CHECK(X509_CRL_get0_by_cert(list.get(), &entry, own().get()) == 0);
}

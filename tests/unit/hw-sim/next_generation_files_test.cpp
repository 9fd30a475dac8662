// The next-generation card (provisional, no public APDU specification): its applications, what the
// 照合番号 opens, and what stands in the files of the 券面等AP, signatures judged by OpenSSL.
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/hw-sim/kind_exchange.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <fstream>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

constexpr const char* kind = "next-generation";
constexpr const char* present_number = "0020009206343032383137"; // p02's, 402817

// A file of the 券面等AP after the 照合番号.
Bytes read_file(unsigned file, std::string_view of_kind = kind) {
    const auto card = card_of("p02", of_kind);
    REQUIRE(status_of(*card, select_merged_surface) == "9000");
    REQUIRE(status_of(*card, present_number) == "9000");
    Bytes content = data_of(*card, fmt::format("00B0{:02X}00000000", 0x80U | file));
    REQUIRE_FALSE(content.empty());
    return content;
}

Bytes part(const Bytes& file, std::size_t offset, std::size_t length) {
    REQUIRE(offset + length <= file.size());
    return to_bytes(ByteView(file).subspan(offset, length));
}

std::size_t number_at(const Bytes& file, std::size_t offset, std::size_t length = 2) {
    return static_cast<std::size_t>(big_endian(part(file, offset, length)));
}

// A data object with a tag of two bytes.
struct Object {
    Bytes whole;
    Bytes value;
};

Object object_at(const Bytes& file, std::size_t offset, const char* tag) {
    REQUIRE(to_hex(part(file, offset, 2)) == tag);
    const std::uint8_t first = file[offset + 2];
    const std::size_t more = first < 0x80 ? 0 : first & 0x7FU;
    const std::size_t length = more == 0 ? first : number_at(file, offset + 3, more);
    return {part(file, offset, 3 + more + length), part(file, offset + 3 + more, length)};
}

constexpr std::size_t ids_length = 32; // of issuer and subject, before the key
constexpr std::size_t key_length = 120;

// EF 0004: 7F21 { 5F4E body, 5F37 signature }.
struct SignerCertificate {
    Bytes body;
    Bytes signature;

    [[nodiscard]] Bytes key() const { return part(body, ids_length, key_length); }
};

SignerCertificate signer_certificate() {
    const Bytes file = read_file(4);
    const Object outer = object_at(file, 0, "7F21");
    CHECK(outer.whole == file);
    const Object body = object_at(outer.value, 0, "5F4E");
    const Object signature = object_at(outer.value, body.whole.size(), "5F37");
    CHECK(outer.value.size() == body.whole.size() + signature.whole.size());
    return {body.value, signature.value};
}

Bytes key_in_pem(const std::filesystem::path& file) {
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string begin = "-----BEGIN PUBLIC KEY-----\n";
    const std::size_t end = text.find("-----END PUBLIC KEY-----");
    REQUIRE(text.starts_with(begin));
    REQUIRE(end != std::string::npos);
    std::string base64 = text.substr(begin.size(), end - begin.size());
    std::erase(base64, '\n');
    Bytes der(base64.size());
    const int length =
        EVP_DecodeBlock(der.data(), as_bytes(base64).data(), static_cast<int>(base64.size()));
    const auto padding = std::count(base64.begin(), base64.end(), '=');
    der.resize(static_cast<std::size_t>(length - padding));
    return der;
}

} // namespace

TEST_CASE("the next-generation card has two applications, and its card objects as today") {
    check(GENERATE(values<KindExchange>({
        {kind, {}, select_jpki, "9000"},
        {kind, {}, select_merged_surface, "9000"},
        {kind, {}, select_input_support, "6A82"},
        {kind, {}, select_surface, "6A82"},
        {kind, {}, select_common, "6A82"},
        {kind, {}, select_resident, "6A82"},
        {kind, {}, "00A4040C0AD3921000310001010502", "6A82"},
        {kind, {}, "00CA00F000", "39393133319000"},
        {kind, {}, "00CA5F5100", "E000FF8131FE45149000"},
        {"current", {}, select_merged_surface, "6A82"},
    })));
}

TEST_CASE("wherever a kind of the next generation is listed, it is called provisional") {
    for (const sim::CardKind& listed : sim::all_card_kinds()) {
        if (listed.name.starts_with(kind)) {
            INFO(listed.name);
            CHECK(listed.description.find("provisional, no public APDU specification") !=
                  std::string_view::npos);
        }
    }
}

TEST_CASE("the 照合番号 of six digits opens face, basic four and their signature") {
    const auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, select_merged_surface) == "9000");
    const auto status_of_file = [&card](unsigned file) {
        return status_of(*card, fmt::format("00B0{:02X}0001", 0x80U | file));
    };
    CHECK(status_of_file(4) == "9000");
    for (const unsigned file : {2U, 3U, 5U}) {
        INFO(file);
        CHECK(status_of_file(file) == "6982");
    }
    REQUIRE(status_of(*card, present_number) == "9000");
    for (const unsigned file : {2U, 3U, 4U, 5U}) {
        INFO(file);
        CHECK(status_of_file(file) == "9000");
    }
    REQUIRE(status_of(*card, select_merged_surface) == "9000");
    CHECK(status_of_file(2) == "6982");
    CHECK(status_of_file(1) == "6A82");
}

TEST_CASE("a wrong 照合番号 takes one of ten tries, whatever its length") {
    check(GENERATE(values<KindExchange>({
        {kind, {select_merged_surface}, "00200092", "63CA"},
        {kind, {select_merged_surface}, "0020009206343032383138", "63C9"},
        {kind, {select_merged_surface}, "00200092053430323831", "63C9"},
        {kind, {select_merged_surface}, "002000920734303238313730", "63C9"},
        {kind, {select_merged_surface, present_number}, "00200092", "63CA"},
        {kind, {select_merged_surface, present_number}, "0024019206303030303030", "6985"},
        {kind, {select_merged_surface}, "00B0920001", "6981"},
        {kind, {select_merged_surface}, "00200091", "6A88"},
        {"next-generation-number-blocked", {select_merged_surface}, "00200092", "63C0"},
        {"next-generation-number-blocked", {select_merged_surface}, present_number, "6984"},
        {"next-generation-number-blocked", {select_jpki}, "00200098", "63C3"},
    })));
}

TEST_CASE("after ten wrong tries the right 照合番号 opens nothing") {
    const auto card = card_of("p02", kind);
    REQUIRE(status_of(*card, select_merged_surface) == "9000");
    for (int left = 9; left >= 0; --left) {
        CHECK(verify(*card, 0x12, "000000") == fmt::format("63C{}", left));
    }
    CHECK(status_of(*card, present_number) == "6984");
    CHECK(status_of(*card, "00B0820001") == "6982");
}

TEST_CASE("the certificate of the data-signing key is signed by the exported anchor") {
    const SignerCertificate certificate = signer_certificate();
    CHECK(certificate.body.size() == ids_length + key_length);
    CHECK(part(certificate.body, 0, 16) ==
          concatenate({as_bytes("9900042"), hex("0805"), as_bytes("001"), hex("00000001")}));
    CHECK(part(certificate.body, 16, 16) ==
          concatenate({as_bytes("9913142"), hex("0805"), as_bytes("000"), hex("00000001")}));
    const TemporaryFolder folder;
    REQUIRE(issuer().export_trust_anchors(folder.path()));
    const Bytes anchor = key_in_pem(folder.path() / "card-data-p384" /
                                    (to_hex(part(certificate.body, 0, 16)) + ".pem"));
    CHECK(verifies_as_ecdsa_p384(anchor, certificate.body, certificate.signature));
    CHECK_FALSE(verifies_as_ecdsa_p384(certificate.key(), certificate.body, certificate.signature));
}

TEST_CASE("EF 0002 has eight objects at its offsets, signed over three SHA-384 digests") {
    const Bytes file = read_file(2);
    REQUIRE(file.size() == 8192);
    const Object record = object_at(file, 0, "FF20");
    const Object table = object_at(file, 5, "DF21");
    REQUIRE(table.value.size() == 2 * 8);
    const auto offset = [&table](unsigned tag) { return number_at(table.value, 2 * (tag - 0x22)); };
    CHECK(offset(0x22) == 5 + table.whole.size());
    std::vector<Object> objects;
    for (unsigned tag = 0x22; tag <= 0x29; ++tag) {
        objects.push_back(object_at(file, offset(tag), fmt::format("DF{:02X}", tag).c_str()));
        CHECK((tag == 0x29 ? record.whole.size() : offset(tag + 1)) ==
              offset(tag) + objects.back().whole.size());
    }
    const Bytes digests =
        concatenate({sha384_of(part(file, offset(0x22), offset(0x25) - offset(0x22))),
                     sha384_of(part(file, offset(0x25), offset(0x27) - offset(0x25))),
                     sha384_of(part(file, offset(0x27), offset(0x28) - offset(0x27)))});
    REQUIRE(digests.size() == 144);
    const Bytes key = signer_certificate().key();
    CHECK(verifies_as_ecdsa_p384(key, digests, objects[6].value));
    CHECK_FALSE(verifies_as_ecdsa_p384(key, file, objects[6].value));
    CHECK(as_text(objects[0].value) == "20060208");
    CHECK(as_text(objects[1].value) == "2");
    CHECK(objects[2].value.size() == key_length);
    CHECK(to_hex(part(objects[3].value, 0, 4)) == "89504E47");
    CHECK(to_hex(part(objects[4].value, 0, 4)) == "89504E47");
    CHECK(to_hex(part(objects[5].value, 0, 8)) == "0000000C6A502020");
    CHECK(as_text(objects[7].value) == "20360208");
    CHECK(std::all_of(file.begin() + static_cast<std::ptrdiff_t>(record.whole.size()), file.end(),
                      [](std::uint8_t byte) { return byte == 0xFF; }));
}

TEST_CASE("EF 0003 is today's file of the 基本4情報, byte for byte") {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_input_support) == "9000");
    REQUIRE(verify(*card, 0x15, persona("p02").verification_number_b()) == "9000");
    CHECK(read_file(3) == data_of(*card, "00B08200000000"));
}

TEST_CASE("EF 0005 has the SHA-384 digest of the 基本4情報 and a signature over its object") {
    const Bytes file = read_file(5);
    const Object outer = object_at(file, 0, "FF30");
    CHECK(outer.whole == file);
    const Object digest = object_at(outer.value, 0, "DF32");
    const Object signature = object_at(outer.value, digest.whole.size(), "DF33");
    CHECK(outer.value.size() == digest.whole.size() + signature.whole.size());
    const Bytes four = read_file(3);
    const Object record = object_at(four, 0, "FF20");
    const std::size_t first = record.whole.size() - record.value.size() + 3 + 8; // behind DF21
    CHECK(to_hex(part(four, first, 2)) == "DF22");
    CHECK(digest.value == sha384_of(part(four, first, record.whole.size() - first)));
    CHECK(verifies_as_ecdsa_p384(signer_certificate().key(), digest.whole, signature.value));
}

TEST_CASE("the card front shows the 照合番号 of the card's generation") {
    const auto [name, shown] = GENERATE(table<const char*, const char*>(
        {{"current", "18020820364713"}, {"next-generation", "402817"}}));
    CHECK((persona("p02").*card_kind(name).printed_number)() == shown);
}

TEST_CASE("a forged face has another birth date than its signature") {
    const Bytes genuine = read_file(2);
    const Bytes forged = read_file(2, "next-generation-forged");
    REQUIRE(forged.size() == genuine.size());
    const auto digits = [](const Bytes& file) { return as_text(part(file, 5 + 19 + 3, 8)); };
    CHECK(digits(genuine) == "20060208");
    CHECK(digits(forged) == "20060209");
}

#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

const std::string message = "616263"; // "abc"

// A card of p02 with the 利用者証明用 PIN verified.
std::shared_ptr<sim::VirtualCard> signing_card() {
    auto card = card_of("p02");
    REQUIRE(status_of(*card, select_jpki) == "9000");
    REQUIRE(verify(*card, 0x18, "2468") == "9000");
    return card;
}

Bytes sign(sim::VirtualCard& card, unsigned p1, unsigned p2, const Bytes& input) {
    return data_of(card,
                   fmt::format("802A{:02X}{:02X}{:02X}{}00", p1, p2, input.size(), to_hex(input)));
}

Bytes authentication_modulus(sim::VirtualCard& card) {
    return modulus_in_certificate(data_of(card, "00B08A00000000"));
}

} // namespace

TEST_CASE("P1 of COMPUTE DIGITAL SIGNATURE chooses what is padded") {
    const auto card = signing_card();
    const Bytes abc = hex(message);
    const Bytes hash = sha256_of(abc);
    const Bytes digest_info = standard_digest_info(hash);
    struct Case {
        unsigned p1;
        Bytes input;
        Bytes content;
    };
    const auto example = GENERATE_COPY(values<Case>({
        {0x00, digest_info, digest_info},
        {0x00, Bytes(245, 0x5A), Bytes(245, 0x5A)},
        {0x00, hex("01"), hex("01")},
        {0x01, abc, hash},
        {0x02, hash, digest_info},
        {0x03, abc, digest_info},
    }));
    const Bytes signature = sign(*card, example.p1, 0x97, example.input);
    REQUIRE(signature.size() == 256);
    CHECK(recover_block(authentication_modulus(*card), signature) ==
          type_one_block(example.content));
}

TEST_CASE("P1 04 and 05 make RSASSA-PSS signatures with a random salt") {
    const auto card = signing_card();
    const Bytes modulus = authentication_modulus(*card);
    const Bytes hash = sha256_of(hex(message));
    for (const Bytes& signature :
         {sign(*card, 0x04, 0x97, hash), sign(*card, 0x05, 0x97, hex(message))}) {
        REQUIRE(signature.size() == 256);
        CHECK(verifies_as_pss(modulus, hash, signature));
        CHECK_FALSE(verifies_as_pss(modulus, sha256_of(hex("00")), signature));
    }
    CHECK(sign(*card, 0x05, 0x97, hex(message)) != sign(*card, 0x05, 0x97, hex(message)));
}

TEST_CASE("P2 names the key: current file, short identifier, the application's default") {
    const auto card = signing_card();
    const Bytes by_short_id = sign(*card, 0x03, 0x97, hex(message));
    REQUIRE(status_of(*card, "00A4020C020017") == "9000");
    CHECK(sign(*card, 0x03, 0x80, hex(message)) == by_short_id);
    CHECK(status_of(*card, "802A03000361626300") == "6A88"); // no default key here
}

TEST_CASE("COMPUTE DIGITAL SIGNATURE refuses with the right reason") {
    struct Case {
        const char* what;
        bool verified;
        std::string command;
        const char* status;
    };
    const auto example = GENERATE(values<Case>({
        {"no PIN", false, "802A03970361626300", "6982"},
        {"another key's PIN", true, "802A039A0361626300", "6982"},
        {"unknown scheme", true, "802A06970361626300", "6A86"},
        {"a certificate is no key", true, "802A038A0361626300", "6981"},
        {"a PIN is no key", true, "802A03980361626300", "6981"},
        {"no such key", true, "802A039F0361626300", "6A88"},
        {"odd P2", true, "802A03170361626300", "6A86"},
        {"no data", true, "802A039700", "6700"},
        {"no Le", true, "802A039703616263", "6700"},
        {"Le too small", true, "802A039703616263FF", "6700"},
        {"hash too short", true, "802A02970361626300", "6985"},
        {"hash too short for PSS", true, "802A04970361626300", "6985"},
        {"block too long", true, "802A0097F6" + std::string(2 * 246, '1') + "00", "6985"},
    }));
    INFO(example.what);
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_jpki) == "9000");
    if (example.verified) {
        REQUIRE(verify(*card, 0x18, "2468") == "9000");
    }
    CHECK(status_of(*card, example.command) == example.status);
    CHECK(card->observations().used_keys.empty());
}

TEST_CASE("one VERIFY allows several signatures") {
    const auto card = signing_card();
    for (int i = 0; i < 3; ++i) {
        CHECK(sign(*card, 0x03, 0x97, hex(message)).size() == 256);
    }
}

TEST_CASE("the signature key signs after the signature password alone") {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_jpki) == "9000");
    CHECK(status_of(*card, "802A039A0361626300") == "6982");
    REQUIRE(verify(*card, 0x1B, "SIMCARD02") == "9000");
    const Bytes modulus = modulus_in_certificate(data_of(*card, "00B08100000000"));
    CHECK(recover_block(modulus, sign(*card, 0x03, 0x9A, hex(message))) ==
          type_one_block(standard_digest_info(sha256_of(hex(message)))));
    CHECK(status_of(*card, "802A03970361626300") == "6982");
}

TEST_CASE("both 券面 applications prove their chip without any number") {
    struct Case {
        std::string_view application;
        unsigned number; // opens the file with the public key
        std::string_view read_key_file;
        std::size_t modulus_at;
    };
    const auto example = GENERATE(values<Case>({
        {select_input_support, 0x15, "00B08700000000", 19}, // FF50 DF51 90 03 … 91 82 0100
        {select_surface, 0x12, "00B08200000000", 55},       // DF24 of the surface record
    }));
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, example.application) == "9000");
    const Bytes signature = sign(*card, 0x03, 0x00, hex(message));
    REQUIRE(signature.size() == 256);
    REQUIRE(verify(*card, example.number, persona("p02").verification_number_b()) == "9000");
    const Bytes file = data_of(*card, example.read_key_file);
    const Bytes modulus = to_bytes(ByteView(file).subspan(example.modulus_at, 256));
    CHECK(recover_block(modulus, signature) ==
          type_one_block(standard_digest_info(sha256_of(hex(message)))));
}

TEST_CASE("INTERNAL AUTHENTICATE works with the common card application's key only") {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_common) == "9000");
    CHECK(data_of(*card, "008800990401020304 00").size() == 256);
    CHECK(status_of(*card, "802A03990361626300") == "6985");
    CHECK(status_of(*card, "0088009900") == "6700");
    REQUIRE(status_of(*card, select_surface) == "9000");
    CHECK(status_of(*card, "0088009A0401020304 00") == "6985");
    REQUIRE(status_of(*card, select_jpki) == "9000");
    CHECK(status_of(*card, "008800970401020304 00") == "6982");
}

TEST_CASE("GET CHALLENGE gives fresh bytes of the length asked, never extended") {
    const auto card = card_of("p02");
    CHECK(data_of(*card, "0084000008").size() == 8);
    CHECK(data_of(*card, "0084000000").size() == 256);
    CHECK(data_of(*card, "0084000008") != data_of(*card, "0084000008"));
    CHECK(status_of(*card, "00840000000200") == "6985");
    CHECK(status_of(*card, "00840000") == "6700");
    CHECK(status_of(*card, "0084010008") == "6A86");
}

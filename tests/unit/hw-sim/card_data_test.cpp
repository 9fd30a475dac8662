// What stands in the files: published bytes where there are any, signatures recovered by hand.
#include "hw-sim/card/input_support_files.hpp"
#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;

namespace {

// Everything of one file, after a number was presented if one is given.
Bytes read_file(std::string_view application, unsigned number_key, const std::string& number,
                std::string_view read) {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, application) == "9000");
    if (!number.empty()) {
        REQUIRE(verify(*card, number_key, number) == "9000");
    }
    Bytes file = data_of(*card, read);
    REQUIRE_FALSE(file.empty());
    return file;
}

Bytes part(const Bytes& file, std::size_t offset, std::size_t length) {
    REQUIRE(offset + length <= file.size());
    return to_bytes(ByteView(file).subspan(offset, length));
}

// The u16 at an offset.
std::size_t number_at(const Bytes& file, std::size_t offset) {
    return static_cast<std::size_t>(big_endian(part(file, offset, 2)));
}

// Modulus of the data-signing key in a CV certificate file: behind 7F21, 5F4E, two ids, 90 and 91.
Bytes certified_modulus(const Bytes& certificate) {
    return part(certificate, 5 + 5 + 32 + 9, 256);
}

const sim::BasicFour published{"黒桐　幹也", "東京都清瀬市観布子南１２－７－２０２", 1980y / 2 / 17,
                               "1"};

} // namespace

TEST_CASE("the published 基本4情報 file is reproduced byte for byte") {
    const Bytes object = sim::basic_four_object(published);
    CHECK(to_hex(object) ==
          to_hex(concatenate({hex("FF2065 DF2108 000E002000590064 DF220F"),
                              as_bytes(published.name), hex("DF2336"), as_bytes(published.address),
                              hex("DF2408"), as_bytes("19800217"), hex("DF250131")})));
    CHECK(object.size() == 104);
}

TEST_CASE("the published 個人番号 file and both hashes are reproduced") {
    const Bytes number = sim::individual_number_file("537686677188");
    CHECK(to_hex(number) == "FF100C353337363836363737313838FFFF");
    CHECK(to_hex(sim::individual_number_hash(number)) ==
          "6D5A4C1EF9AB15BF506862D7E66B9C0F179CA065BC936C8E634E9E57449CA9CD");
    CHECK(to_hex(sim::basic_four_hash(sim::basic_four_object(published))) ==
          "B9E0D09427B23B1D4BEDA2848512B4103752DC2667E51F9712872D65F472CB3B");
}

TEST_CASE("a long address makes the outer length longer and the offsets follow") {
    sim::BasicFour long_address = published;
    for (int i = 0; i < 10; ++i) {
        long_address.address += "架空県見本市例町二丁目";
    }
    const Bytes object = sim::basic_four_object(long_address);
    CHECK(to_hex(part(object, 0, 3)) == "FF2082");
    CHECK(number_at(object, 8) == 16);
    CHECK(to_hex(part(object, number_at(object, 10), 3)) == "DF2382");
    CHECK(to_hex(part(object, number_at(object, 14), 4)) == "DF250131");
}

TEST_CASE("EF 0003 of 券面事項入力補助AP is signed over its two hash objects") {
    const std::string pin = persona("p02").pins.input_support;
    const Bytes file = read_file(select_input_support, 0x11, pin, "00B08300000000");
    const Bytes certificate = read_file(select_input_support, 0, "", "00B08400000000");
    REQUIRE(file.size() == 336);
    CHECK(to_hex(part(file, 0, 8)) == "FF3082014BDF3120");
    const Bytes hashed = part(file, 5, 70);
    CHECK(recover_block(certified_modulus(certificate), part(file, 80, 256)) ==
          type_one_block(standard_digest_info(sha256_of(hashed))));
    const Bytes number = read_file(select_input_support, 0x11, pin, "00B08100000000");
    CHECK(part(file, 8, 32) == sha256_of(number));
}

TEST_CASE("EF 0005 and 0007 of 券面事項入力補助AP have their seen forms") {
    const Bytes info = read_file(select_input_support, 0, "", "00B08500000000");
    CHECK(to_hex(part(info, 0, 12)) == "FF4082009FDF410401030E01");
    CHECK(to_hex(part(info, 31, 5)) == "DF43820080");
    CHECK(info.size() == 164);
    const Bytes key =
        read_file(select_input_support, 0x11, persona("p02").pins.input_support, "00B08700000000");
    CHECK(to_hex(part(key, 0, 10)) == "FF50820213DF51820109");
    CHECK(key.size() == 536);
}

TEST_CASE("CV certificates are signed by the issuer key that their id names") {
    struct Case {
        std::string_view application;
        sim::CardDataDomain domain;
        const char* issuer;
    };
    const auto example = GENERATE(values<Case>({
        {select_surface, sim::CardDataDomain::Surface, "9900023"},
        {select_input_support, sim::CardDataDomain::InputSupport, "9900033"},
    }));
    const Bytes certificate = read_file(example.application, 0, "", "00B08400000000");
    CHECK(certificate.size() == 568);
    CHECK(to_hex(part(certificate, 0, 10)) == "7F218202335F4E820129");
    const Bytes body = part(certificate, 10, 297);
    CHECK(part(body, 0, 16) ==
          concatenate({as_bytes(example.issuer), hex("0805"), as_bytes("001"), hex("00000001")}));
    const Bytes modulus =
        std::get<sim::RsaKey>(issuer().card_data_issuer_key(example.domain).value())
            .modulus()
            .value();
    CHECK(recover_block(modulus, part(certificate, 312, 256)) ==
          type_one_block(standard_digest_info(sha256_of(body))));
}

TEST_CASE("the surface record signs three hashes of its objects in one DigestInfo") {
    const Bytes file =
        read_file(select_surface, 0x12, persona("p02").verification_number_b(), "00B08200000000");
    const Bytes certificate = read_file(select_surface, 0, "", "00B08400000000");
    REQUIRE(file.size() == 8192);
    CHECK(to_hex(part(file, 0, 3)) == "FF2082");
    const auto offset = [&file](unsigned tag) { return number_at(file, 8 + 2 * (tag - 0x22)); };
    for (unsigned tag = 0x22; tag <= 0x2A; ++tag) {
        CHECK(part(file, offset(tag), 2) == Bytes{0xDF, static_cast<std::uint8_t>(tag)});
    }
    const auto objects = [&](unsigned first, unsigned behind) {
        return part(file, offset(first), offset(behind) - offset(first));
    };
    const Bytes hashes =
        concatenate({sha256_of(objects(0x22, 0x25)), sha256_of(objects(0x25, 0x27)),
                     sha256_of(objects(0x27, 0x28))});
    const Bytes block =
        recover_block(certified_modulus(certificate), part(file, offset(0x28) + 5, 256));
    CHECK(block ==
          type_one_block(concatenate({hex("3071300D060960864801650304020105000460"), hashes})));
    const std::size_t content_end = 5 + number_at(file, 3);
    CHECK(std::all_of(file.begin() + static_cast<std::ptrdiff_t>(content_end), file.end(),
                      [](std::uint8_t byte) { return byte == 0xFF; }));
}

TEST_CASE("the small surface records are signed over what stands before the signature") {
    struct Case {
        unsigned key;
        std::string number;
        std::string_view read;
        const char* beginning;
    };
    const auto owner = persona("p02");
    const auto example = GENERATE_COPY(values<Case>({
        {0x11, owner.birth_date_number(), "00B08100000000", "FF1082021EDF1108"},
        {0x13, owner.individual_number, "00B08500000000", "FF4082"},
    }));
    const Bytes file = read_file(select_surface, example.key, example.number, example.read);
    const Bytes certificate = read_file(select_surface, 0, "", "00B08400000000");
    CHECK(to_hex(file).starts_with(example.beginning));
    const std::size_t signature_object = file.size() - 261;
    CHECK(recover_block(certified_modulus(certificate), part(file, signature_object + 5, 256)) ==
          type_one_block(standard_digest_info(sha256_of(part(file, 5, signature_object - 5)))));
}

TEST_CASE("the photo is a JP2 file of 192 x 240 grey pixels, a few kilobytes") {
    const Bytes file =
        read_file(select_surface, 0x12, persona("p02").verification_number_b(), "00B08200000000");
    const std::size_t photo = number_at(file, 8 + 2 * 5) + 5;
    const std::size_t size = number_at(file, photo - 2);
    CHECK(size > 2500);
    CHECK(size < 6000);
    CHECK(to_hex(part(file, photo, 12)) == "0000000C6A5020200D0A870A");
    const std::string content = to_hex(part(file, photo, size));
    // Image header box: height, width, components.
    CHECK(content.find(to_hex(as_bytes("ihdr")) + "000000F0" + "000000C0" + "0001") !=
          std::string::npos);
}

TEST_CASE("texts are PNG pictures of one grey bit in the card's sizes") {
    struct Case {
        unsigned entry; // in the offset table
        const char* size;
    };
    const auto example = GENERATE(values<Case>({
        {3, "000000D80000000C"},
        {4, "0000012000000018"},
        {8, "000000180000000C"},
    }));
    const Bytes file =
        read_file(select_surface, 0x12, persona("p02").verification_number_b(), "00B08200000000");
    const std::string object = to_hex(part(file, number_at(file, 8 + 2 * example.entry), 60));
    CHECK(object.find("89504E470D0A1A0A0000000D49484452" + std::string(example.size) + "0100") !=
          std::string::npos);
}

TEST_CASE("the token says that it is a My Number card") {
    const Bytes info = read_file(select_jpki, 0, "", "00B0860000");
    REQUIRE(info.size() == 160);
    CHECK(as_text(part(info, 0, 32)) == "JPKIAPICCTOKEN2                 ");
    CHECK(to_hex(part(info, 96, 4)) == "0000040D");
    CHECK(to_hex(part(info, 116, 8)) == "0000001000000006");
    CHECK(as_text(part(info, 140, 20)) == "03019999999999999999");
}

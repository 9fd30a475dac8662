// How programs in the field read this card (card-interface reference, section 4.7).
#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

Bytes whole_certificate_file() {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_jpki) == "9000");
    return data_of(*card, "00B08A00000000");
}

std::string read_binary(std::size_t offset, std::size_t le) {
    return fmt::format("00B0{:04X}{:02X}", offset, le & 0xFFU);
}

std::shared_ptr<sim::VirtualCard> card_at_authentication_certificate() {
    auto card = card_of("p02");
    REQUIRE(status_of(*card, select_jpki) == "9000");
    REQUIRE(status_of(*card, "00A4020C02000A") == "9000");
    return card;
}

} // namespace

TEST_CASE("four bytes tell the certificate's size, the rest is read in pieces (OpenSC)") {
    const auto card = card_at_authentication_certificate();
    const Bytes head = data_of(*card, "00B0000004");
    REQUIRE(to_hex(head).starts_with("3082"));
    const auto size = static_cast<std::size_t>(big_endian(ByteView(head).last(2))) + 4;
    Bytes read;
    while (read.size() < size) {
        const Bytes piece = data_of(
            *card, read_binary(read.size(), std::min<std::size_t>(256, size - read.size())));
        REQUIRE_FALSE(piece.empty());
        read.insert(read.end(), piece.begin(), piece.end());
    }
    CHECK(read == to_bytes(ByteView(whole_certificate_file()).first(size)));
}

TEST_CASE("pieces of 255 bytes until 6B00 give the physical file, filler of 00 behind (pyjpki)") {
    const auto card = card_at_authentication_certificate();
    Bytes read;
    std::string status = "9000";
    while (status == "9000") {
        const std::string answer = send(*card, read_binary(read.size(), 255));
        status = answer.substr(answer.size() - 4);
        const Bytes piece = hex(answer.substr(0, answer.size() - 4));
        read.insert(read.end(), piece.begin(), piece.end());
    }
    CHECK(status == "6B00");
    CHECK(read.size() == 1900);
    CHECK(read == whole_certificate_file());
    CHECK(read.back() == 0x00);
}

TEST_CASE("one extended READ BINARY gives the whole file (jsapdu, nfcpy_mynacard)") {
    const auto card = card_at_authentication_certificate();
    CHECK(data_of(*card, "00B00000000000") == whole_certificate_file());
}

TEST_CASE("seven bytes give the object's length, whatever its form (jpki/myna)") {
    struct Case {
        const char* file;
        const char* head;
    };
    const auto example = GENERATE(values<Case>({
        {"00B0840007", "7F218202335F4E"},
        {"00B0850007", "FF4082009FDF41"},
    }));
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_input_support) == "9000");
    CHECK(to_hex(data_of(*card, example.file)) == example.head);
}

TEST_CASE("drivers that probe foreign cards get a fast 6A82 each") {
    const auto card = card_of("p02");
    for (const std::string_view aid : {"A000000063504B43532D3135", "A0000003974349445F0100",
                                       "D27600012401", "E828BD080F", "A000000308000010000100"}) {
        CHECK(status_of(*card, fmt::format("00A4040C{:02X}{}", aid.size() / 2, aid)) == "6A82");
    }
    CHECK(status_of(*card, select_jpki) == "9000");
}

TEST_CASE("any bytes get a status word, and the card goes on working") {
    const auto card = card_of("p02");
    std::uint32_t state = 20261120; // a fixed sequence
    const auto next_byte = [&state] {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::uint8_t>(state >> 24U);
    };
    for (int round = 0; round < 3000; ++round) {
        Bytes command(next_byte() % 24U);
        for (auto& byte : command) {
            byte = next_byte();
        }
        if (command.size() > 1) {
            constexpr std::array<std::uint8_t, 8> known{0xA4, 0xB0, 0xB2, 0xCA,
                                                        0x84, 0x88, 0x20, 0x2A};
            command[0] = (command[0] & 1U) != 0 ? 0x80 : 0x00;
            command[1] = known[command[1] % known.size()];
        }
        REQUIRE(card->transmit(command).size() >= 2);
    }
    CHECK(status_of(*card, select_jpki) == "9000");
}

// Talking to a virtual card in hexadecimal, and judging its signatures with nothing of ours.
#pragma once

#include "tests/support/cards/simulated_card.hpp"
#include "tests/support/scripted_channel.hpp"

#include <string>
#include <string_view>

namespace madoguchi::test {

inline constexpr std::string_view select_jpki = "00A4040C0AD392F000260100000001";
inline constexpr std::string_view select_input_support = "00A4040C0AD3921000310001010408";
inline constexpr std::string_view select_surface = "00A4040C0AD3921000310001010402";
inline constexpr std::string_view select_resident = "00A4040C0AD3921000310001010401";
inline constexpr std::string_view select_common = "00A4040C0AD3921000310001010100";
inline constexpr std::string_view select_merged_surface = "00A4040C0AD3921000310001010501";

// The whole response APDU in hexadecimal.
[[nodiscard]] inline std::string send(sim::VirtualCard& card, std::string_view command) {
    return to_hex(card.transmit(hex(command)));
}

// Response data alone; empty unless the card answers 9000.
[[nodiscard]] inline Bytes data_of(sim::VirtualCard& card, std::string_view command) {
    Bytes answer = card.transmit(hex(command));
    if (answer.size() < 2 || answer[answer.size() - 2] != 0x90) {
        return {};
    }
    answer.resize(answer.size() - 2);
    return answer;
}

// The last four digits: the status word.
[[nodiscard]] inline std::string status_of(sim::VirtualCard& card, std::string_view command) {
    const std::string answer = send(card, command);
    return answer.substr(answer.size() - 4);
}

// VERIFY of ASCII text through a short file identifier.
[[nodiscard]] inline std::string verify(sim::VirtualCard& card, unsigned short_id,
                                        const std::string& number) {
    const Bytes header{0x00, 0x20, 0x00, static_cast<std::uint8_t>(0x80U | short_id),
                       static_cast<std::uint8_t>(number.size())};
    return to_hex(card.transmit(concatenate({header, as_bytes(number)})));
}

// signature ^ 65537 mod modulus, 256 bytes: what the signer padded.
[[nodiscard]] Bytes recover_block(ByteView modulus, ByteView signature);

// RSASSA-PSS with SHA-256 and a salt of 32 bytes.
[[nodiscard]] bool verifies_as_pss(ByteView modulus, ByteView hash, ByteView signature);

// ECDSA with SHA-384 by the P-384 key of a SubjectPublicKeyInfo; nothing may stand behind either.
[[nodiscard]] bool verifies_as_ecdsa_p384(ByteView subject_public_key_info, ByteView message,
                                          ByteView signature);

// SubjectPublicKeyInfo in a DER certificate, followed by filler or not.
[[nodiscard]] Bytes public_key_in_certificate(ByteView certificate_file);

// The 256-byte modulus in a DER certificate, followed by filler or not.
[[nodiscard]] Bytes modulus_in_certificate(ByteView certificate_file);

// 00 01 FF … FF 00 content: PKCS#1 v1.5 type 1, built by hand.
[[nodiscard]] Bytes type_one_block(ByteView content);

// SHA-256 DigestInfo prefix of the PKCS#1 standard before a 32-byte hash.
[[nodiscard]] Bytes standard_digest_info(ByteView hash);

[[nodiscard]] Bytes sha256_of(ByteView message);
[[nodiscard]] Bytes sha384_of(ByteView message);

} // namespace madoguchi::test

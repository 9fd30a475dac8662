// Names of the card's applications and files (card-interface reference, sections 1 and 5 to 8).
#pragma once

#include "apdu/identifiers.hpp"

namespace madoguchi::sim {

// 公的個人認証AP
inline constexpr apdu::Aid jpki_application(std::array<std::uint8_t, 10>{
    0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01});
// 券面事項入力補助AP
inline constexpr apdu::Aid input_support_application(std::array<std::uint8_t, 10>{
    0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08});
// 券面事項確認AP
inline constexpr apdu::Aid surface_application(std::array<std::uint8_t, 10>{
    0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02});
// 住基AP
inline constexpr apdu::Aid resident_application(std::array<std::uint8_t, 10>{
    0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x01});
// 共通カードAP
inline constexpr apdu::Aid common_application(std::array<std::uint8_t, 10>{
    0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00});
// 券面等AP of the next-generation card. Provisional: the identifier and its files are invented,
// since no APDU specification is public (section 12).
inline constexpr apdu::Aid merged_surface_application(std::array<std::uint8_t, 10>{
    0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x05, 0x01});
// GlobalPlatform issuer security domain: current after power-on, "no application selected".
inline constexpr apdu::Aid issuer_security_domain(std::array<std::uint8_t, 7>{
    0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00});

namespace jpki_file {
inline constexpr apdu::FileId signature_certificate{0x0001};
inline constexpr apdu::FileId signature_authority_certificate{0x0002};
inline constexpr apdu::FileId token_info{0x0006};
inline constexpr apdu::FileId certificate_flags{0x0008};
inline constexpr apdu::FileId authentication_certificate{0x000A};
inline constexpr apdu::FileId authentication_authority_certificate{0x000B};
inline constexpr apdu::FileId verifier_authority_key{0x0016};
inline constexpr apdu::FileId authentication_key{0x0017};
inline constexpr apdu::FileId authentication_pin{0x0018};
inline constexpr apdu::FileId signature_key{0x001A};
inline constexpr apdu::FileId signature_password{0x001B};
} // namespace jpki_file

namespace input_support_file {
inline constexpr apdu::FileId individual_number{0x0001};
inline constexpr apdu::FileId basic_four{0x0002};
inline constexpr apdu::FileId signature{0x0003};
inline constexpr apdu::FileId card_data_certificate{0x0004};
inline constexpr apdu::FileId application_info{0x0005};
inline constexpr apdu::FileId session_public_key{0x0006};
inline constexpr apdu::FileId internal_public_key{0x0007};
inline constexpr apdu::FileId unknown_0008{0x0008};
inline constexpr apdu::FileId pin{0x0011};
inline constexpr apdu::FileId blocked_number{0x0012};
inline constexpr apdu::FileId internal_key{0x0013};
inline constexpr apdu::FileId number_a{0x0014};
inline constexpr apdu::FileId number_b{0x0015};
} // namespace input_support_file

namespace surface_file {
inline constexpr apdu::FileId birth_date_record{0x0001};
inline constexpr apdu::FileId surface_record{0x0002};
inline constexpr apdu::FileId application_info{0x0003};
inline constexpr apdu::FileId card_data_certificate{0x0004};
inline constexpr apdu::FileId individual_number_record{0x0005};
inline constexpr apdu::FileId unknown_0006{0x0006};
inline constexpr apdu::FileId birth_date_number{0x0011};
inline constexpr apdu::FileId number_b{0x0012};
inline constexpr apdu::FileId number_a{0x0013};
inline constexpr apdu::FileId internal_key{0x001A};
} // namespace surface_file

// Provisional.
namespace merged_surface_file {
inline constexpr apdu::FileId surface_record{0x0002};
inline constexpr apdu::FileId basic_four{0x0003};
inline constexpr apdu::FileId card_data_certificate{0x0004};
inline constexpr apdu::FileId signature{0x0005};
inline constexpr apdu::FileId number{0x0012};
inline constexpr apdu::FileId internal_key{0x001A};
} // namespace merged_surface_file

// 住基AP and 共通カードAP
namespace common_file {
inline constexpr apdu::FileId card_info{0x0001};
inline constexpr apdu::FileId key_reference{0x0002};
inline constexpr apdu::FileId internal_key{0x0019};
inline constexpr apdu::FileId resident_pin{0x001C};
} // namespace common_file

} // namespace madoguchi::sim

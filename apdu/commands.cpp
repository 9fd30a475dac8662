#include "apdu/command_apdu.hpp"
#include "hal/base/contract.hpp"

namespace madoguchi::apdu::command {

namespace {

constexpr std::uint8_t high_byte(std::size_t value) {
    return static_cast<std::uint8_t>((value >> 8U) & 0xFFU);
}

constexpr std::uint8_t low_byte(std::size_t value) {
    return static_cast<std::uint8_t>(value & 0xFFU);
}

constexpr bool is_codable_length(std::size_t length) {
    return length >= 1 && length <= ApduLimits::extended_answer;
}

} // namespace

CommandApdu select_application(const Aid& aid) {
    return {{0x00, 0xA4, 0x04, 0x0C}, to_bytes(aid.bytes()), std::nullopt};
}

CommandApdu select_file(FileId file) {
    return {
        {0x00, 0xA4, 0x02, 0x0C}, {high_byte(file.value()), low_byte(file.value())}, std::nullopt};
}

CommandApdu read_binary(std::size_t offset, std::size_t length) {
    MADOGUCHI_EXPECTS(offset <= 0x7FFF && is_codable_length(length));
    return {{0x00, 0xB0, high_byte(offset), low_byte(offset)}, {}, length};
}

CommandApdu read_binary(ShortFileId file, std::size_t offset, std::size_t length) {
    MADOGUCHI_EXPECTS(offset <= 0xFF && is_codable_length(length));
    const auto p1 = static_cast<std::uint8_t>(0x80U | file.value());
    return {{0x00, 0xB0, p1, low_byte(offset)}, {}, length};
}

CommandApdu read_record(ShortFileId file, std::uint8_t record, std::size_t length) {
    MADOGUCHI_EXPECTS(is_codable_length(length));
    const auto p2 = static_cast<std::uint8_t>((unsigned{file.value()} << 3U) | 0x04U);
    return {{0x00, 0xB2, record, p2}, {}, length};
}

CommandApdu get_data(std::uint16_t tag, std::size_t length) {
    MADOGUCHI_EXPECTS(is_codable_length(length));
    return {{0x00, 0xCA, high_byte(tag), low_byte(tag)}, {}, length};
}

CommandApdu get_challenge(std::size_t length) {
    MADOGUCHI_EXPECTS(is_codable_length(length));
    return {{0x00, 0x84, 0x00, 0x00}, {}, length};
}

CommandApdu get_response(std::size_t length) {
    MADOGUCHI_EXPECTS(is_codable_length(length));
    return {{0x00, 0xC0, 0x00, 0x00}, {}, length};
}

} // namespace madoguchi::apdu::command

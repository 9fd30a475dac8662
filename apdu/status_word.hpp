// Status word (SW1 SW2) of a response: ISO/IEC 7816-4 clause 5.6. Never lossy; questions are
// methods.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace madoguchi::apdu {

// Tries left before a key blocks: the low digit of 63Cx.
class RetryCounter {
public:
    constexpr explicit RetryCounter(std::uint8_t tries) noexcept : tries_(tries) {}
    [[nodiscard]] constexpr std::uint8_t tries() const noexcept { return tries_; }
    constexpr auto operator<=>(const RetryCounter&) const noexcept = default;

private:
    std::uint8_t tries_;
};

class StatusWord {
public:
    constexpr explicit StatusWord(std::uint16_t value) noexcept : value_(value) {}
    constexpr StatusWord(std::uint8_t sw1, std::uint8_t sw2) noexcept
        : value_(static_cast<std::uint16_t>((sw1 << 8U) | sw2)) {}

    [[nodiscard]] constexpr std::uint16_t value() const noexcept { return value_; }
    [[nodiscard]] constexpr std::uint8_t sw1() const noexcept {
        return static_cast<std::uint8_t>(value_ >> 8U);
    }
    [[nodiscard]] constexpr std::uint8_t sw2() const noexcept {
        return static_cast<std::uint8_t>(value_ & 0xFFU);
    }

    [[nodiscard]] constexpr bool is_success() const noexcept { return value_ == 0x9000; }
    // 61xx: more data wait for GET RESPONSE.
    [[nodiscard]] constexpr bool has_more_data() const noexcept { return sw1() == 0x61; }
    // 6Cxx: the same command is to be sent again with this Le.
    [[nodiscard]] constexpr bool has_exact_length() const noexcept { return sw1() == 0x6C; }
    // 63Cx and nothing else; 6300 is a key without a limit.
    [[nodiscard]] constexpr std::optional<RetryCounter> retry_counter() const noexcept {
        if ((value_ & 0xFFF0U) != 0x63C0U) {
            return std::nullopt;
        }
        return RetryCounter(static_cast<std::uint8_t>(value_ & 0x0FU));
    }

    constexpr auto operator<=>(const StatusWord&) const noexcept = default;

private:
    std::uint16_t value_;
};

// Status words this field uses (card-interface reference, section 4.8).
namespace status {
inline constexpr StatusWord success{0x9000};
inline constexpr StatusWord end_of_file_reached{0x6282};
inline constexpr StatusWord unlimited_key_rejected{0x6300};
inline constexpr StatusWord wrong_length{0x6700};
inline constexpr StatusWord secure_messaging_not_supported{0x6882};
inline constexpr StatusWord structure_incompatible{0x6981};
inline constexpr StatusWord security_status_not_satisfied{0x6982};
inline constexpr StatusWord authentication_method_blocked{0x6983};
inline constexpr StatusWord reference_data_unusable{
    0x6984}; // what this card answers for a blocked key
inline constexpr StatusWord conditions_not_satisfied{0x6985};
inline constexpr StatusWord no_current_file{0x6986};
inline constexpr StatusWord file_or_application_not_found{0x6A82};
inline constexpr StatusWord record_not_found{0x6A83};
inline constexpr StatusWord wrong_parameters{0x6A86};
inline constexpr StatusWord reference_data_not_found{0x6A88};
inline constexpr StatusWord offset_outside_file{0x6B00};
inline constexpr StatusWord instruction_not_supported{0x6D00};
inline constexpr StatusWord class_not_supported{0x6E00};
inline constexpr StatusWord no_precise_diagnosis{0x6F00};
} // namespace status

} // namespace madoguchi::apdu

// Names of things on a card, as types that cannot be mixed up: ISO/IEC 7816-4 clauses 7.2 and 8.2.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/contract.hpp"

#include <array>
#include <compare>
#include <cstdint>

namespace madoguchi::apdu {

// Application identifier (DF name), 5 to 16 bytes.
class Aid {
public:
    static constexpr std::size_t longest = 16;

    template <std::size_t length>
    constexpr explicit Aid(const std::array<std::uint8_t, length>& bytes) noexcept : size_(length) {
        static_assert(length >= 5 && length <= longest,
                      "an application identifier has 5 to 16 bytes");
        for (std::size_t i = 0; i < length; ++i) {
            bytes_[i] = bytes[i];
        }
    }

    [[nodiscard]] constexpr ByteView bytes() const noexcept { return {bytes_.data(), size_}; }
    constexpr bool operator==(const Aid&) const noexcept = default;

private:
    std::array<std::uint8_t, longest> bytes_{};
    std::size_t size_;
};

// Elementary file identifier, two bytes.
class FileId {
public:
    constexpr explicit FileId(std::uint16_t value) noexcept : value_(value) {}
    [[nodiscard]] constexpr std::uint16_t value() const noexcept { return value_; }
    constexpr auto operator<=>(const FileId&) const noexcept = default;

private:
    std::uint16_t value_;
};

// Short elementary file identifier, 1 to 30.
class ShortFileId {
public:
    constexpr explicit ShortFileId(std::uint8_t value) : value_(value) {
        MADOGUCHI_EXPECTS(value >= 1 && value <= 30);
    }
    [[nodiscard]] constexpr std::uint8_t value() const noexcept { return value_; }
    constexpr auto operator<=>(const ShortFileId&) const noexcept = default;

private:
    std::uint8_t value_;
};

// P2 of VERIFY, CHANGE and the signature commands: a key file of the current application.
class KeyReference {
public:
    // The key file selected last.
    [[nodiscard]] static constexpr KeyReference current_file() noexcept {
        return KeyReference(0x80);
    }
    [[nodiscard]] static constexpr KeyReference in_file(ShortFileId file) noexcept {
        return KeyReference(static_cast<std::uint8_t>(0x80U | file.value()));
    }
    // The application's own default key (the 券面 applications' internal-authentication key).
    [[nodiscard]] static constexpr KeyReference application_default() noexcept {
        return KeyReference(0x00);
    }

    [[nodiscard]] constexpr std::uint8_t p2() const noexcept { return p2_; }
    constexpr auto operator<=>(const KeyReference&) const noexcept = default;

private:
    constexpr explicit KeyReference(std::uint8_t p2) noexcept : p2_(p2) {}
    std::uint8_t p2_;
};

} // namespace madoguchi::apdu

// EF 0008 of 公的個人認証AP: one byte a certificate, then one more (card-interface reference,
// section 5). A card for a child under 15 has no signature certificate.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <string_view>

namespace madoguchi::jpki {

// Only "present" is documented; zero is taken for "absent", anything else is not guessed at.
enum class CertificateState : std::uint8_t { Present, Absent, NotKnown };

// "present", "absent", "not-known".
[[nodiscard]] std::string_view name_of(CertificateState state) noexcept;

struct CertificatePresence {
    static constexpr std::size_t file_size = 3;

    CertificateState signature{};           // 署名用電子証明書
    CertificateState user_authentication{}; // 利用者証明用電子証明書
};

// Errors: LengthInvalid.
[[nodiscard]] Result<CertificatePresence> parse_certificate_presence(ByteView file);

} // namespace madoguchi::jpki

// Which checks belong together: what proves one thing, and what a whole task needs.
#pragma once

#include "jpki/trust/check.hpp"

namespace madoguchi::jpki {

template <std::size_t... sizes>
[[nodiscard]] constexpr auto join_checks(const std::array<Check, sizes>&... groups) {
    std::array<Check, (sizes + ...)> joined{};
    std::size_t place = 0;
    const auto append = [&](const auto& group) {
        for (const Check check : group) {
            joined[place++] = check;
        }
    };
    (append(groups), ...);
    return joined;
}

// The certificate is genuine and of the right kind. Where revocation can be asked, a revoked one
// never becomes Verified; where it cannot, the verdict says so.
inline constexpr std::array certificate_checks{Check::CertificateForm,
                                               Check::CertificateIssuer,
                                               Check::CertificateIssuerValidity,
                                               Check::CertificateValidity,
                                               Check::CertificateNames,
                                               Check::CertificateKeyUsage,
                                               Check::CertificatePolicy,
                                               Check::CertificateBasicConstraints,
                                               Check::CertificateKey,
                                               Check::CertificateExtensions};

// The basic four items are as they were issued; and the chip is the original.
inline constexpr std::array basic_four_checks{Check::InputSupportIssuer, Check::BasicFourSignature,
                                              Check::BasicFourDigest};
inline constexpr auto input_support_checks = join_checks(
    basic_four_checks, std::array{Check::InputSupportPresenceKey, Check::InputSupportPresence});

// The card face is as it was issued; and the chip is the original.
inline constexpr std::array surface_record_checks{
    Check::SurfaceIssuer, Check::SurfaceSignature, Check::SurfaceHolderSegment,
    Check::SurfaceImageSegment, Check::SurfacePhotoSegment};
inline constexpr auto surface_checks =
    join_checks(surface_record_checks, std::array{Check::SurfacePresence});

// What 照合番号B can prove, and what the PIN can prove.
inline constexpr auto number_b_checks = join_checks(certificate_checks, input_support_checks,
                                                    surface_checks, std::array{Check::SamePerson});
inline constexpr auto pin_checks =
    join_checks(certificate_checks, std::array{Check::AuthenticationKeyProof});

} // namespace madoguchi::jpki

// Where a certificate stands in its life: what a reception tells its holder.
#pragma once

#include "jpki/trust/certificate.hpp"

namespace madoguchi::jpki {

enum class CertificateStanding : std::uint8_t {
    ClockImplausible, // this machine's clock cannot be right: nothing is said of the certificate
    NotYetValid,
    Valid,
    ExpiresSoon, // valid, within the last three months
    InGrace,     // expired, and still good for asking whether its holder is insured
    Dead,
};

// For how long a reception accepts an expired certificate (eligibility-interface reference,
// section 4.3: from when the three months count is not settled). The body of the card has no grace.
enum class GraceRule : std::uint8_t {
    None,
    ThreeMonths,             // from the last valid second
    ThreeMonthsFromMonthEnd, // from the end of the month in which it expired
};

// What a reception applies.
inline constexpr GraceRule reception_grace = GraceRule::ThreeMonths;

// Months are those of the calendar in Japan; a day that a month lacks is its last one.
[[nodiscard]] CertificateStanding standing_of(const ValidityPeriod& period, CivilTime now,
                                              GraceRule grace);

// The last second of grace; the last valid one when there is none.
[[nodiscard]] CivilTime grace_end(const ValidityPeriod& period, GraceRule grace);

// Stable name for JSON and documents: "expires-soon".
[[nodiscard]] std::string_view name_of(CertificateStanding standing) noexcept;

} // namespace madoguchi::jpki

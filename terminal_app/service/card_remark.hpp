// What patient and staff should know of a card that is accepted all the same. A card and its
// certificate end on a birthday of their holder: a remark knows the month, never the day.
#pragma once

#include "hal/base/clock.hpp"
#include "jpki/trust/certificate.hpp"

#include <optional>
#include <string_view>

namespace madoguchi::terminal {

struct CardRemark {
    enum class Kind : std::uint8_t {
        CertificateEndsSoon, // within three months
        CertificateInGrace,  // it has ended, and a reception still accepts it
        CardEndsSoon,        // the card itself, within three months
        CardExpired,
    };

    Kind kind{};
    // In Japan: in which certificate or card ends or has ended; for CertificateInGrace, in which
    // the grace ends.
    std::chrono::year_month month;

    bool operator==(const CardRemark&) const = default;
};

// "certificate-ends-soon", "certificate-in-grace", "card-ends-soon", "card-expired".
[[nodiscard]] std::string_view name_of(CardRemark::Kind kind) noexcept;

// For people: one English sentence without the month.
[[nodiscard]] std::string_view in_words(CardRemark::Kind kind) noexcept;

// Nothing where there is nothing to say: also of a certificate that no reception accepts.
[[nodiscard]] std::optional<CardRemark> remark_on(const jpki::ValidityPeriod& certificate,
                                                  CivilTime now);

// `last_day`: as the card says, which nothing proves.
[[nodiscard]] std::optional<CardRemark> remark_on_card(CivilDate last_day, CivilTime now);

} // namespace madoguchi::terminal

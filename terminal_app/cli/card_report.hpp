// How the card commands show what they found: as JSON (docs/command-line.md) and for people.
#pragma once

#include "apdu/trace.hpp"
#include "hal/base/clock.hpp"
#include "jpki/record/basic_four.hpp"
#include "jpki/record/surface_record.hpp"
#include "jpki/record/token_information.hpp"
#include "jpki/trust/trust_verdict.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace madoguchi::cli {

// What a verdict amounts to.
enum class Genuineness : std::uint8_t {
    Genuine, // every wanted check passed
    Expired, // and no grace is left
    NotYetValid,
    ClockImplausible, // this machine's clock cannot be right
    Revoked,
    Forged,   // a check failed that dates and revocation do not explain
    Unproved, // none failed, and not all could be made
};

// `wanted` are the checks that a command sets out to make (jpki/trust/check_groups.hpp).
[[nodiscard]] Genuineness genuineness(const jpki::TrustVerdict& verdict,
                                      std::span<const jpki::Check> wanted);

// "genuine", "expired", "not-yet-valid", "clock-implausible", "revoked", "forged", "unproved".
[[nodiscard]] std::string_view name_of(Genuineness genuineness) noexcept;
// A sentence for people.
[[nodiscard]] std::string_view in_words(Genuineness genuineness) noexcept;

// Kind, chip model and, where there is one, a remark.
[[nodiscard]] nlohmann::ordered_json to_json(const jpki::TokenInformation& token);
[[nodiscard]] nlohmann::ordered_json to_json(const jpki::TrustVerdict& verdict);
[[nodiscard]] nlohmann::ordered_json to_json(jpki::Check check, const jpki::CheckResult& result);
[[nodiscard]] nlohmann::ordered_json to_json(const jpki::BasicFourAttributes& basic_four);
[[nodiscard]] nlohmann::ordered_json to_json(const jpki::SurfaceRecord& surface);
[[nodiscard]] nlohmann::ordered_json to_json(const apdu::TraceLog& trace);

// One line, and a second with the reason or remark.
[[nodiscard]] std::string to_text(jpki::Check check, const jpki::CheckResult& result);

// The sections in which any check was wanted, one line a check and the reason where it did not
// pass.
[[nodiscard]] std::string to_text(const jpki::TrustVerdict& verdict,
                                  std::span<const jpki::Check> wanted);
// What failed, wanted or not; what was wanted and could not be checked; what passed with a remark.
[[nodiscard]] std::string notable_to_text(const jpki::TrustVerdict& verdict,
                                          std::span<const jpki::Check> wanted);
[[nodiscard]] std::string to_text(const jpki::BasicFourAttributes& basic_four);
[[nodiscard]] std::string to_text(const jpki::SurfaceRecord& surface, CivilDate today);

// ISO 8601 and, when the whole date is known, the era's year.
[[nodiscard]] std::string with_era(const jpki::BirthDate& date);

// ISO 8601, that nothing proves it, and whether the card is over: its last day is `expiry`.
[[nodiscard]] std::string expiry_in_words(CivilDate expiry, CivilDate today);

// One line of a two-column list: label padded to a width that suits Latin and Japanese labels.
[[nodiscard]] std::string row(std::string_view label, std::string_view value);

// ISO 8601: the day in Japan on which an instant falls.
[[nodiscard]] std::string day_in_japan(CivilTime instant);

// Prints the one JSON object of a command.
void print_json(const nlohmann::ordered_json& json);

} // namespace madoguchi::cli

// What the receipt computer is handed when staff settled a visit by other means than the card
// (docs/eligibility-files.md): typed by a person, and marked so.
#pragma once

#include "eligibility/fallback/claim_hint.hpp"
#include "eligibility/fallback/proper_share.hpp"
#include "hal/base/clock.hpp"

#include <string>
#include <string_view>

namespace madoguchi::terminal {

struct FallbackOpening;
struct UnsettledVisit;

struct FallbackRecord {
    eligibility::FallbackStep step{};
    const FallbackOpening& opening;
    const UnsettledVisit& visit;
    eligibility::ProperShare share;
    eligibility::ClaimHint claim;
    CivilTime at{};
};

// "fallback_20261120093015_1f3c….json": nothing of the patient.
[[nodiscard]] std::string fallback_record_name(CivilTime at, std::string_view unique);

// UTF-8, one object, a line end at its end.
[[nodiscard]] std::string fallback_record_json(const FallbackRecord& record);

} // namespace madoguchi::terminal

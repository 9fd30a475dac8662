// One row of the audit journal: how a reception went, without saying whose it was.
#pragma once

#include "eligibility/model/insurance_identity.hpp"
#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"
#include "terminal_app/diagnostics/failure_reason.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace madoguchi::terminal {

// What a reception leaves behind. Texts are codes of ours ("face", "eligible"), never input.
struct AuditEntry {
    CivilTime started_at{};
    std::chrono::milliseconds duration{};
    // "face", "pin", "visual", or empty when none was chosen; "later": asked again without a card.
    std::string way;
    std::string grade;                // what was proved; empty when nothing was
    std::optional<Bytes> certificate; // serial number; only its keyed hash is stored
    std::string consents;             // items agreed to, comma-separated
    std::string outcome;              // "eligible" …, or empty
    std::optional<FailureReason> failure;
    std::string liveness; // grade and doubts of the face way: "doubted:border_seen", or empty
    // Of a suspected mis-link: its number, the verdict of each item, the signals; or empty.
    std::string incident;
    // Way on which the service was asked: "oqs", "fhir"; "face-file": it answered unasked; empty:
    // neither.
    std::string asked;
    std::optional<eligibility::InsuranceIdentity> record; // asked about; only its keyed hash stored
    std::string shown; // kinds of data that were handed over, comma-separated; empty: none
};

// As stored. Texts only, so that the chain covers exactly what is read back.
struct AuditRow {
    std::int64_t number = 0; // 1, 2, 3 … without gaps
    std::string started_at;  // ISO 8601, UTC
    std::int64_t duration_ms = 0;
    std::string way;
    std::string grade;
    std::string certificate; // 64 hexadecimal digits of the keyed hash, or empty
    std::string consents;
    std::string outcome;
    std::string failure; // "F-…", or empty
    std::string chain;   // keyed hash over the row and the chain value before it
    std::string liveness;
    std::string incident;
    std::string asked;
    std::string record; // as certificate
    std::string shown;
};

// What the chain value covers: every field with its length before it, so that no two rows can give
// the same bytes. From liveness on, empty fields at the end are left out: rows of older versions,
// which had none, stay whole.
[[nodiscard]] Bytes chained_bytes(const AuditRow& row, const std::string& chain_before);

} // namespace madoguchi::terminal

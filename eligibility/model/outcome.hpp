// What an answer means at the desk. Source: eligibility interface notes, section 7.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::eligibility {

enum class OutcomeKind : std::uint8_t {
    Eligible,
    EligibleWithNote,   // valid, and the service has something to say (certificate near expiry …)
    Invalid,            // 資格無効
    InvalidNewerExists, // 無効（新しい資格あり）
    None,               // 該当資格なし
    Ambiguous,          // 複数該当: never choose
    AidUnregistered,    // 医療扶助 without a ticket for this facility
    Pending,            // 処理中
    Failed,             // 異常終了
    Unreadable,         // no answer that can be relied on
};

// "eligible", "eligible-with-note", "invalid", "invalid-newer-exists", "none", "ambiguous",
// "aid-unregistered", "pending", "failed", "unreadable".
[[nodiscard]] std::string_view name_of(OutcomeKind kind) noexcept;

// What the desk does next, in one sentence.
[[nodiscard]] StaticText next_step(OutcomeKind kind) noexcept;

struct Outcome {
    OutcomeKind kind = OutcomeKind::Unreadable;
    StaticText decided_by; // the rule that decided, for the engineer
    // The service's own code and words, unchanged; empty when it said nothing.
    std::string note_code;
    std::string note_message;

    [[nodiscard]] bool is_eligible() const noexcept {
        return kind == OutcomeKind::Eligible || kind == OutcomeKind::EligibleWithNote;
    }
};

// The record that the outcome is about: the one health-insurance record or, without any, the one
// 医療扶助 entitlement. Null when there is none or a choice would have to be made.
[[nodiscard]] const PersonRecord* principal_record(const EligibilityAnswer& answer) noexcept;

// Applies the rules in their order; the first that speaks decides. day: the day the patient is
// here; validity must cover it. Whether the record is this patient's is identity::compare's
// question, asked afterwards.
[[nodiscard]] Outcome decide_outcome(const EligibilityAnswer& answer, CivilDate day);

} // namespace madoguchi::eligibility

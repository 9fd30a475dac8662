// What an answer is worth at the desk: compared with card and chart, the name made whole, and what
// staff should know of it. Decides whether the answer may be used at all.
#pragma once

#include "eligibility/identity/name_repair.hpp"
#include "eligibility/identity/visit_ties.hpp"
#include "eligibility/model/outcome.hpp"
#include "eligibility/oqs/fitted_message.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::terminal {

// What brings an answer and this visit together.
struct ReviewedVisit {
    eligibility::BasicItems card; // of the chip, verified
    std::uint64_t card_key = 0;   // card_mark of the certificate's serial number; 0: not read
    eligibility::InsuranceIdentity insurance; // asked with
    std::string chart;                        // 照会番号 in the clinic's own index
    CivilDate day{};
};

enum class StaffNotice : std::uint8_t {
    NameFromChip,       // ● in the answer's name, made whole from the chip
    ShareUnusual,       // 負担割合 is not what age and insurer lead one to expect
    CharactersReplaced, // in what was handed over
};

// "name-from-chip", "share-unusual", "characters-replaced".
[[nodiscard]] std::string_view name_of(StaffNotice notice) noexcept;

struct AnswerReview {
    eligibility::Outcome outcome;
    eligibility::identity::Verdict verdict = eligibility::identity::Verdict::Pass;
    std::vector<eligibility::identity::MislinkSignal> signals = {};
    std::vector<StaffNotice> notices = {};
    eligibility::EligibilityAnswer answer; // with the name to show
    std::string evidence = {};             // verdict of each item and signals: codes, no values

    // Taken for another person's record, or tied to one: nothing of it is shown or handed over.
    [[nodiscard]] bool is_quarantined() const noexcept {
        return verdict == eligibility::identity::Verdict::Stop || !signals.empty();
    }
};

// memory: remembers the visit, unless its answer is quarantined.
[[nodiscard]] AnswerReview review_answer(const ReviewedVisit& visit,
                                         eligibility::EligibilityAnswer answer,
                                         eligibility::identity::TieMemory& memory);

// What staff are told of an answer. Codes, single characters and the service's own words; nothing
// else of the patient.
struct AnswerSummary {
    std::vector<StaffNotice> notices;
    std::vector<eligibility::oqs::ElementReplacement> replacements;
    std::vector<eligibility::identity::MislinkSignal> signals;
    std::string service_code; // both unchanged, and empty when it said nothing
    std::string service_message;
    std::string incident; // reference number of a suspected mis-link; empty: none
    std::string evidence; // what the journal keeps of it
    std::string shown;    // kinds of data handed over, comma-separated, for the journal
};

} // namespace madoguchi::terminal

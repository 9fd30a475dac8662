// Asks again about what could not be checked at the desk (後日確認), one row at a time: what an
// answer means for the row. Source: requirements D4.
#pragma once

#include "eligibility/hand_over/hand_over_writer.hpp"
#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/model/eligibility_link.hpp"
#include "terminal_app/service/back_off.hpp"
#include "terminal_app/service/settled_clock.hpp"
#include "terminal_app/store/audit_row.hpp"
#include "terminal_app/store/later_list.hpp"

#include <functional>

namespace madoguchi::terminal {

struct LaterPolicy {
    std::uint32_t most_asks = 12; // without a usable answer; then staff see to it
    std::chrono::days oldest{30}; // older ones are given up
    std::chrono::days keeps_closed{30};
};

struct LaterSettings {
    std::string facility_code; // 医療機関コード
    std::filesystem::path hand_over_folder;
    std::chrono::seconds deadline{30}; // of one question
    LaterPolicy policy;
    eligibility::HandOverFormat hand_over_format = {};
    // Told of each question that left, as an entry of the journal: way "later".
    std::function<void(const AuditEntry&)> note = [](const AuditEntry& /*entry*/) {};
};

enum class LaterStep : std::uint8_t {
    NothingToAsk,
    LinkDown, // nothing was asked
    Asked,
};

// Used by one thread.
class LaterConfirmation {
public:
    // list, link and clock outlive it. The link is used by nobody else.
    LaterConfirmation(LaterList& list, eligibility::EligibilityLink& link, LaterSettings settings,
                      const Clock& clock);

    // Asks about one row and writes down what became of it. A row closes by itself when the
    // answer is valid on the day of the visit and its person agrees with the card in all of the
    // basic four items. Nothing is asked that the patient would have to consent to.
    // Errors: StorageFailed.
    [[nodiscard]] Result<LaterStep> step();

    // Gives up what is too old and wipes what has long been closed, when the date can be relied
    // on. Errors: StorageFailed.
    [[nodiscard]] Result<void> tidy();

private:
    // What became of a question.
    struct Asked {
        LaterSettlement settlement;
        std::string outcome = {}; // of the answer, if there was one
        std::string shown = {};   // kinds of data handed over
    };

    [[nodiscard]] Asked ask(const LaterClaim& claim);
    [[nodiscard]] Asked judge(const LaterClaim& claim, const std::string& session_name,
                              const eligibility::EligibilityAnswer& answer) const;
    void note(const LaterClaim& claim, const Asked& asked, CivilTime began_at,
              MonotonicTime began) const;
    // No usable answer: another time, or staff's.
    [[nodiscard]] LaterSettlement unsettled(const LaterClaim& claim, std::string reason) const;
    // Nothing: it failed.
    [[nodiscard]] std::optional<eligibility::HandedOver>
    hand_over(const std::string& session_name, const eligibility::EligibilityAnswer& answer) const;

    LaterList& list_;
    eligibility::EligibilityLink& link_;
    LaterSettings settings_;
    const Clock& clock_;
    BackOff back_off_;
    SettledClock settled_;
};

} // namespace madoguchi::terminal

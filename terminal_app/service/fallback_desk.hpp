// What staff do when the card did not settle the insurance: one visit at a time, step by step down
// the day's ladder, to a share and a number to claim under. Used by the threads of the staff page.
#pragma once

#include "eligibility/fallback/certificate_entry.hpp"
#include "eligibility/fallback/claim_hint.hpp"
#include "eligibility/fallback/declaration.hpp"
#include "eligibility/fallback/fallback_ladder.hpp"
#include "eligibility/fallback/proper_share.hpp"
#include "eligibility/identity/agreement.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"
#include "terminal_app/service/unsettled_visit.hpp"

#include <filesystem>
#include <mutex>

namespace madoguchi::terminal {

// As staff begin it, for a visit of theirs or for the one whose card was read.
struct FallbackOpening {
    eligibility::VisitCircumstance circumstance = eligibility::VisitCircumstance::Ordinary;
    bool has_card = false;
    std::string note; // what the circumstance asks for: who came, who supervises, why
};

// One step used, with what the patient showed or declared; what does not go with the step is empty.
struct FallbackUse {
    eligibility::FallbackStep step{};
    std::optional<eligibility::CertificateEntry> paper;  // certificate, notice, portal screen
    std::optional<eligibility::Declaration> declaration; // without the person when a card was read
};

enum class FallbackRefusal : std::uint8_t {
    NothingOpen,
    AlreadyDone,
    NoteNeeded,      // this circumstance asks for one
    StepNotAllowed,  // not on this day, or not without the card
    EntryIncomplete, // or with a fault
    NoPastVisit,
    HandOverFailed,
};

// "nothing-open", "already-done", "note-needed", "step-not-allowed", "entry-incomplete",
// "no-past-visit", "hand-over-failed".
[[nodiscard]] std::string_view name_of(FallbackRefusal refusal) noexcept;

struct FallbackStepView {
    eligibility::FallbackStep step{};
    std::optional<eligibility::StepRefusal> refusal;
};

// Personal data: the number to claim under. For the staff page alone.
struct FallbackView {
    FallbackOpening opening;
    std::string why;
    bool is_begun = false;     // staff said what kind of visit it is
    bool knows_person = false; // a proved card was read
    std::vector<FallbackStepView> steps;
    std::optional<eligibility::FallbackStep> done;
    eligibility::ProperShare share;
    eligibility::ClaimHint claim;
};

// What a typed paper is worth, before it is used.
struct PaperCheck {
    std::vector<eligibility::EntryFault> faults;
    // Against the chip; nothing without a card that was read. A difference is for staff to judge.
    std::optional<eligibility::identity::Agreement> name;
};

class FallbackDesk {
public:
    // clock outlives the desk.
    FallbackDesk(std::filesystem::path hand_over_folder, const Clock& clock);
    ~FallbackDesk();
    FallbackDesk(const FallbackDesk&) = delete;
    FallbackDesk& operator=(const FallbackDesk&) = delete;

    // A visit whose card was read; ignored while another one is at hand, which nobody may mix up.
    void offer(UnsettledVisit visit);
    // Nothing: it is done.
    [[nodiscard]] std::optional<FallbackRefusal> begin(FallbackOpening opening);
    [[nodiscard]] std::optional<FallbackRefusal> use(FallbackUse use);
    // Wipes everything. What was open too long is closed by itself at the next look.
    void close();

    [[nodiscard]] std::optional<FallbackView> view();
    [[nodiscard]] PaperCheck check(const eligibility::CertificateEntry& paper);
    // 被保険者資格申立書 with what is known, to print. Nothing: no visit is at hand.
    [[nodiscard]] std::optional<std::string> declaration_page();

private:
    struct Case;

    [[nodiscard]] CivilDate today() const;
    void forget_the_old();
    [[nodiscard]] std::optional<FallbackRefusal> take_over(FallbackUse use);
    [[nodiscard]] eligibility::ProperShare share() const;
    [[nodiscard]] eligibility::ClaimHint claim() const;
    [[nodiscard]] Result<void> hand_over(eligibility::FallbackStep step) const;

    std::filesystem::path hand_over_folder_;
    const Clock& clock_;
    std::mutex mutex_; // guards the case
    std::unique_ptr<Case> case_;
};

} // namespace madoguchi::terminal

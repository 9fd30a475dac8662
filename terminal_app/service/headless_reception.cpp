#include "terminal_app/service/headless_reception.hpp"

#include "hal/base/deadline.hpp"
#include "terminal_app/diagnostics/failure_explanation.hpp"
#include "terminal_app/service/liveness_notice.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace madoguchi::terminal {

namespace {

constexpr int status_yes = 0;
constexpr int status_not_done = 1;
constexpr int status_no = 3;

// The person, not the equipment, is what could not be settled.
bool is_about_the_person(FailureReason reason) {
    switch (reason) {
    case FailureReason::PinWrong:
    case FailureReason::FaceNotConfirmed:
    case FailureReason::FaceUnsure:
    case FailureReason::FaceLiveness:
    case FailureReason::IdentityMismatch:
    case FailureReason::IdentityNotConfirmed:
        return true;
    default:
        return false;
    }
}

// The year alone: standard output is kept longer than a screen, and the month is that of a
// birthday.
int year_of(const CardRemark& remark) {
    return static_cast<int>(remark.month.year());
}

class Runner {
public:
    Runner(Desk& desk, HeadlessWishes wishes) : desk_(desk), wishes_(std::move(wishes)) {}

    HeadlessResult run() {
        const Deadline deadline = Deadline::after(wishes_.patience);
        const State now = desk_.views().newest().value->state;
        const bool has_begun = is_session(now.phase) || shows_end(now.phase);
        session_ = {now.session.value + (has_begun ? 0 : 1)};
        std::uint64_t seen = 0;
        while (!deadline.has_passed()) {
            const auto edition = desk_.views().wait_after(seen, std::chrono::milliseconds(200));
            if (desk_.views().is_closed()) {
                return given_up(FailureReason::SystemShutdown);
            }
            if (edition.number == seen) {
                continue;
            }
            seen = edition.number;
            if (is_over(*edition.value)) {
                return result_of(*edition.value);
            }
            if (edition.value->state.phase != acted_in_) {
                acted_in_ = edition.value->state.phase;
                act(*edition.value);
            }
        }
        return given_up(FailureReason::SystemTimedOut);
    }

private:
    [[nodiscard]] HeadlessResult given_up(FailureReason reason) const {
        HeadlessResult result = result_of(*desk_.views().newest().value);
        result.outcome = "failed";
        result.reason = reason;
        return result;
    }

    static bool shows_end(Phase phase) {
        return phase == Phase::ShowingOutcome || phase == Phase::ShowingFailure ||
               phase == Phase::ShowingCardGone;
    }

    // A card that is taken at once leaves no time to see the end on the screen.
    [[nodiscard]] bool has_ended(const DeskView& view) const {
        return view.last_end.session >= session_;
    }

    [[nodiscard]] bool is_over(const DeskView& view) const {
        return has_ended(view) || view.state.phase == Phase::OutOfService;
    }

    void act(const DeskView& view) {
        switch (view.state.phase) {
        case Phase::ChoosingWay:
            return choose(view);
        case Phase::EnteringPin:
            return enter_pin();
        case Phase::AwaitingVisual:
            return answer_for_staff();
        case Phase::Consenting:
            return answer_consents(view);
        case Phase::EnteringNumber:
        case Phase::ConfirmingLastTry:
        case Phase::ChoosingOtherWay:
            return cancel();
        default:
            return;
        }
    }

    void choose(const DeskView& view) {
        if (view.state.ways.contains(wishes_.way)) {
            static_cast<void>(desk_.submit(PatientAction(action::ChooseWay{wishes_.way})));
            return;
        }
        for (const Part part : {Part::Face, Part::Camera}) { // why the way is not offered
            if (!why_not_offered_) {
                why_not_offered_ = view.health[static_cast<std::size_t>(part)].reason;
            }
        }
        cancel();
    }

    void enter_pin() {
        if (!wishes_.pin) {
            return cancel();
        }
        apdu::Pin pin = std::move(*wishes_.pin);
        wishes_.pin.reset();
        acted_in_ = Phase::Idle; // a refused PIN leads back to the same phase
        static_cast<void>(desk_.submit(PatientAction(action::EnterPin{std::move(pin)})));
    }

    void answer_for_staff() {
        if (!wishes_.same_person) {
            return cancel();
        }
        static_cast<void>(desk_.submit(StaffAction(action::ConfirmVisual{*wishes_.same_person})));
    }

    void answer_consents(const DeskView& view) {
        action::GiveConsents answer;
        if (wishes_.consent_to_all) {
            answer.given = view.consent_items;
        }
        static_cast<void>(desk_.submit(PatientAction(std::move(answer))));
    }

    void cancel() { static_cast<void>(desk_.submit(PatientAction(action::Cancel{}))); }

    [[nodiscard]] HeadlessResult result_of(const DeskView& view) const {
        const SessionEnd end = has_ended(view) ? view.last_end : SessionEnd{view.state.session,
                                                                            view.state.way,
                                                                            view.state.outcome,
                                                                            view.state.reason,
                                                                            {},
                                                                            view.liveness};
        HeadlessResult result;
        result.way = end.way;
        result.liveness = end.liveness;
        result.steps = view.steps;
        result.front_differs = view.front_differs;
        result.strands = view.strands;
        result.traffic = view.traffic;
        result.tap_to_match = view.tap_to_match;
        result.tap_to_answer = view.tap_to_answer.value_or(std::chrono::milliseconds(0));
        if (end.outcome) {
            result.outcome = name_of(*end.outcome);
            result.remarks = end.remarks;
            return result;
        }
        result.reason = why_not_offered_ ? why_not_offered_ : end.reason;
        const bool person = result.reason && is_about_the_person(*result.reason);
        result.outcome = person ? "not_confirmed" : "failed";
        return result;
    }

    Desk& desk_;
    HeadlessWishes wishes_;
    SessionId session_; // the one that is received: the present one, or the next
    Phase acted_in_ = Phase::Idle;
    std::optional<FailureReason> why_not_offered_;
};

} // namespace

HeadlessResult receive_one(Desk& desk, HeadlessWishes wishes) {
    return Runner(desk, std::move(wishes)).run();
}

int exit_status(const HeadlessResult& result) noexcept {
    using eligibility::OutcomeKind;
    if (result.outcome == name_of(OutcomeKind::Eligible) ||
        result.outcome == name_of(OutcomeKind::EligibleWithNote)) {
        return status_yes;
    }
    return result.reason && result.outcome == "failed" ? status_not_done : status_no;
}

namespace {

std::chrono::milliseconds longest_of(const std::vector<StrandTime>& strands) {
    std::chrono::milliseconds longest{};
    for (const StrandTime& strand : strands) {
        longest = std::max(longest, strand.busy);
    }
    return longest;
}

// How much longer than its longest strand the match took, where there was one.
void add_overlap(nlohmann::ordered_json& json, const HeadlessResult& result) {
    json["strands"] = nlohmann::ordered_json::array();
    for (const StrandTime& strand : result.strands) {
        json["strands"].push_back({{"name", name_of(strand.strand)},
                                   {"start_ms", strand.start.count()},
                                   {"end_ms", strand.end.count()},
                                   {"busy_ms", strand.busy.count()}});
    }
    const auto longest = longest_of(result.strands);
    json["longest_strand_ms"] = longest.count();
    json["tap_to_match_ms"] = nullptr;
    json["match_to_longest_strand"] = nullptr;
    if (result.tap_to_match) {
        json["tap_to_match_ms"] = result.tap_to_match->count();
        if (longest.count() > 0) {
            const double ratio = static_cast<double>(result.tap_to_match->count()) /
                                 static_cast<double>(longest.count());
            json["match_to_longest_strand"] = std::round(ratio * 100) / 100;
        }
    }
}

} // namespace

std::string to_json(const HeadlessResult& result) {
    nlohmann::ordered_json json;
    json["outcome"] = result.outcome;
    if (result.reason) {
        json["reason"] = code_of(*result.reason);
    }
    json["way"] = result.way ? nlohmann::ordered_json(name_of(*result.way)) : nullptr;
    json["remarks"] = nlohmann::ordered_json::array();
    for (const CardRemark& remark : result.remarks) {
        json["remarks"].push_back({{"remark", name_of(remark.kind)}, {"year", year_of(remark)}});
    }
    json["front_differs"] = result.front_differs;
    json["liveness"] = liveness_json(result.liveness);
    json["steps"] = nlohmann::ordered_json::array();
    for (const StepTime& step : result.steps) {
        json["steps"].push_back({{"name", step.name}, {"ms", step.duration.count()}});
    }
    add_overlap(json, result);
    json["apdus"] = result.traffic.exchanges;
    json["bytes_in"] = result.traffic.bytes_in;
    json["bytes_out"] = result.traffic.bytes_out;
    json["tap_to_answer_ms"] = result.tap_to_answer.count();
    return json.dump();
}

std::string to_text(const HeadlessResult& result) {
    std::string text = "outcome: " + result.outcome + "\n";
    if (result.reason) {
        const CauseAndRemedy& staff = explanation_of(*result.reason).staff;
        text.append("reason: ").append(code_of(*result.reason)).append("\n");
        text.append(staff.cause).append(" ").append(staff.remedy).append("\n");
    }
    for (const CardRemark& remark : result.remarks) {
        text.append("remark: ").append(in_words(remark.kind));
        text.append(" (" + std::to_string(year_of(remark)) + ")\n");
    }
    if (result.front_differs) {
        text.append("The dates printed on the card front are not those in its chip: the front may "
                    "have been altered (suspected forgery). Compare both, kindly.\n");
    }
    text.append(liveness_text(result.liveness));
    for (const StepTime& step : result.steps) {
        text.append(step.name).append(": ");
        text.append(std::to_string(step.duration.count())).append(" ms\n");
    }
    return text;
}

} // namespace madoguchi::terminal

// From a confirmed person to an outcome at the desk: patient index, question, answer, comparison,
// hand-over. On a thread of its own.
#pragma once

#include "eligibility/hand_over/hand_over_writer.hpp"
#include "eligibility/model/eligibility_link.hpp"
#include "hal/base/clock.hpp"
#include "terminal_app/service/kept_ties.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/service/worker.hpp"
#include "terminal_app/store/later_question.hpp"

#include <filesystem>

namespace madoguchi::terminal {

// One question. There is no way to make one without evidence.
struct EligibilityTask {
    SessionId session;
    AuthenticationEvidence evidence;
    std::vector<eligibility::Consent> consents;
    SharedCardData card;
    std::optional<Bytes> certificate; // its serial number
};

struct EligibilitySettings {
    std::filesystem::path patient_index;
    std::filesystem::path hand_over_folder;
    std::string facility_code;
    std::chrono::seconds deadline{30};
    eligibility::HandOverFormat hand_over_format;
    std::chrono::days keep_ties{400}; // since the visit that met them last
};

// Puts a visit on the list of later confirmations; true when it is on disk.
using KeepLater = std::function<bool(const LaterQuestion& question, FailureReason why)>;

class EligibilityService {
public:
    // link and clock outlive the service. ties: nothing when their store could not be opened.
    EligibilityService(eligibility::EligibilityLink& link, EligibilitySettings settings,
                       KeepLater keep_later, std::optional<TieStore> ties, const Clock& clock,
                       Post post);

    // Answers with EligibilityAnswered or SessionFailed.
    [[nodiscard]] bool ask(EligibilityTask task) { return worker_.post(std::move(task)); }

private:
    [[nodiscard]] Event answer(const EligibilityTask& task);
    [[nodiscard]] Event judge(const EligibilityTask& task, const std::string& session_name,
                              const LaterQuestion& question, eligibility::EligibilityAnswer answer);
    [[nodiscard]] Event quarantine(SessionId session, const std::string& session_name,
                                   const LaterQuestion& question, const AnswerReview& review);
    [[nodiscard]] ChartFound chart_of(SessionId session, const LaterQuestion& question) const;
    // No answer that settles anything: the visit is kept before anybody is told.
    void keep_for_later(SessionId session, const LaterQuestion& question, FailureReason why);
    [[nodiscard]] Result<eligibility::HandedOver>
    hand_over(const EligibilityTask& task, const std::string& session_name,
              eligibility::EligibilityAnswer answer) const;
    void look_after(); // when there is nothing else to do
    void check_link();
    void tell_health(Condition condition, std::optional<FailureReason> reason);
    void tell_ties_health();

    eligibility::EligibilityLink& link_;
    EligibilitySettings settings_;
    KeepLater keep_later_;
    const Clock& clock_;
    Post post_;
    KeptTies ties_; // of the worker's thread
    std::optional<PartHealth> told_;
    std::optional<bool> told_durable_;
    MonotonicTime next_check_{};
    Worker<EligibilityTask> worker_; // last: its thread uses the rest
};

} // namespace madoguchi::terminal

// From a confirmed person to an outcome at the desk: an answer that came unasked or else patient
// index, question and answer; comparison, hand-over. On a thread of its own.
#pragma once

#include "eligibility/hand_over/hand_over_writer.hpp"
#include "eligibility/model/eligibility_link.hpp"
#include "hal/base/clock.hpp"
#include "terminal_app/service/kept_ties.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/service/unasked_answers.hpp"
#include "terminal_app/service/worker.hpp"
#include "terminal_app/store/later_question.hpp"

#include <filesystem>
#include <memory>
#include <variant>

namespace madoguchi::terminal {

// One question. There is no way to make one without evidence.
struct EligibilityTask {
    SessionId session;
    AuthenticationEvidence evidence;
    std::vector<eligibility::Consent> consents;
    SharedCardData card;
    std::optional<Bytes> certificate; // its serial number
};

// A proved person, for whom an answer may come unasked.
struct PersonAtDesk {
    SessionId session;
    SharedCardData card;
};

struct EligibilitySettings {
    std::filesystem::path patient_index;
    std::filesystem::path hand_over_folder;
    std::string facility_code;
    std::chrono::seconds deadline{30};
    eligibility::HandOverFormat hand_over_format;
    std::chrono::days keep_ties{400}; // since the visit that met them last
    UnaskedSettings unasked = {};
};

// Puts a visit on the list of later confirmations; true when it is on disk.
using KeepLater = std::function<bool(const LaterQuestion& question, FailureReason why)>;

class EligibilityService {
public:
    // link and clock outlive the service. ties: nothing when their store could not be opened.
    EligibilityService(eligibility::EligibilityLink& link, EligibilitySettings settings,
                       KeepLater keep_later, std::optional<TieStore> ties, const Clock& clock,
                       Post post);

    // From now on an answer that comes unasked may be this person's. False: too much is waiting.
    [[nodiscard]] bool expect(PersonAtDesk person);
    // Answers with EligibilityAnswered or SessionFailed.
    [[nodiscard]] bool ask(EligibilityTask task) { return worker_.post(std::move(task)); }
    // The session is over.
    [[nodiscard]] bool forget();

private:
    struct SessionOver {};
    using Command = std::variant<PersonAtDesk, EligibilityTask, SessionOver>;

    // One visit, and what an answer to it is held against.
    struct Visit {
        const EligibilityTask& task;
        std::string session_name;
        LaterQuestion question; // without a reference number: the index does not know the person
    };

    void carry_out(const Command& command);
    void expect_unasked(const PersonAtDesk& person);
    [[nodiscard]] Event answer(const EligibilityTask& task);
    [[nodiscard]] std::optional<Event> answer_unasked(const Visit& visit);
    [[nodiscard]] Event ask_by_number(const Visit& visit);
    // chart: with the record that was asked about or, of an answer that came unasked, answered.
    [[nodiscard]] Event judge(const Visit& visit, const ChartFound& chart,
                              eligibility::EligibilityAnswer answer);
    [[nodiscard]] Event quarantine(const Visit& visit, const ChartFound& chart,
                                   const AnswerReview& review);
    // No answer that settles anything: the visit is kept before anybody is told.
    void keep_for_later(const Visit& visit, FailureReason why);
    [[nodiscard]] Result<eligibility::HandedOver>
    hand_over(const Visit& visit, eligibility::EligibilityAnswer answer) const;
    void look_after(); // when there is nothing else to do
    void check_link();
    void tell_health(Condition condition, std::optional<FailureReason> reason);
    void tell_ties_health();

    eligibility::EligibilityLink& link_;
    EligibilitySettings settings_;
    KeepLater keep_later_;
    const Clock& clock_;
    Post post_;
    KeptTies ties_;                           // of the worker's thread
    std::unique_ptr<UnaskedAnswers> unasked_; // likewise; null: none come
    std::optional<PartHealth> told_;
    std::optional<bool> told_durable_;
    MonotonicTime next_check_{};
    MonotonicTime next_look_{};
    Worker<Command> worker_; // last: its thread uses the rest
};

} // namespace madoguchi::terminal

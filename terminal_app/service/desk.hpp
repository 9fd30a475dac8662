// The reception as pages and the headless runner see it: what is on the desk now, and the buttons.
#pragma once

#include "hal/base/secret.hpp"
#include "terminal_app/service/action.hpp"
#include "terminal_app/service/answer_review.hpp"
#include "terminal_app/service/board.hpp"
#include "terminal_app/service/card_remark.hpp"
#include "terminal_app/service/health.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/workflow/state.hpp"

#include <chrono>

namespace madoguchi::terminal {

struct StepTime {
    std::string_view name;
    std::chrono::milliseconds duration{};
};

struct SessionEnd {
    SessionId session; // 0: there was none yet
    std::optional<Way> way;
    std::optional<eligibility::OutcomeKind> outcome;
    std::optional<FailureReason> reason;
    std::vector<CardRemark> remarks; // on the card that was read, whatever came of it
    std::optional<face::LivenessVerdict> liveness = std::nullopt; // of the face that was looked at
};

// Codes and counts; nothing of the patient.
struct DeskView {
    State state;
    std::array<PartHealth, part_count> health{};
    std::vector<eligibility::ConsentItem> consent_items;
    std::vector<StepTime> steps;     // of this session or the last
    std::vector<StrandTime> strands; // of this session or the last
    CardTraffic traffic;
    std::optional<std::chrono::milliseconds> tap_to_match; // by face
    std::optional<std::chrono::milliseconds> tap_to_answer;
    bool front_differs = false;  // printed dates and chip, in this session or the last
    bool photo_is_shown = false; // staff can fetch it
    SessionEnd last_end;         // stays when the screens go on, which may be at once
    std::optional<face::LivenessVerdict> liveness = std::nullopt; // of this patient's face
    AnswerSummary answer = {};                                    // of this patient's answer
    bool kept_for_later = false; // this patient's visit is on the list of later confirmations
    LaterNews later = {};
    FaceFileNews face_files = {};
};

enum class ActionVerdict : std::uint8_t { Done, DoesNotFit, Busy };

class Desk {
public:
    virtual ~Desk() = default;

    [[nodiscard]] virtual const Board<DeskView>& views() const = 0;
    // The newest camera picture as JPEG while a face is looked at; else nothing.
    [[nodiscard]] virtual const Board<SecretBytes>& preview() const = 0;
    // The card's photo as PNG while the visual check is open; else null.
    [[nodiscard]] virtual std::shared_ptr<const SecretBytes> photo() const = 0;

    // Callable from any thread; return when the workflow has taken or refused the action.
    [[nodiscard]] virtual ActionVerdict submit(PatientAction action) = 0;
    [[nodiscard]] virtual ActionVerdict submit(StaffAction action) = 0;
};

} // namespace madoguchi::terminal

// What the services and pages tell the reception. Values only; personal data travels beside the
// event that the workflow sees, never inside it.
#pragma once

#include "eligibility/oqs/face_folder.hpp"
#include "face/liveness/liveness_verdict.hpp"
#include "terminal_app/service/action.hpp"
#include "terminal_app/service/answer_review.hpp"
#include "terminal_app/service/card_data.hpp"
#include "terminal_app/service/front_dates.hpp"
#include "terminal_app/service/health.hpp"
#include "terminal_app/service/strand.hpp"
#include "terminal_app/store/later_row.hpp"
#include "terminal_app/workflow/event.hpp"

#include <functional>
#include <future>
#include <string>

namespace madoguchi::terminal {

// Commands to and answers from the card in a session.
struct CardTraffic {
    std::size_t exchanges = 0;
    std::size_t bytes_in = 0;
    std::size_t bytes_out = 0;
};

// What outlasts the certificate that the PIN way reads: its serial number for the journal, which
// stores its keyed hash, and its life for remarks.
struct CertificateFacts {
    Bytes serial_number;
    jpki::ValidityPeriod validity;
};

// Off the card front; typed numbers come without dates.
struct FrontReading {
    jpki::FrontNumber number;
    std::optional<FrontDates> dates;
};

using Attachment =
    std::variant<std::monostate, SharedCardData, jpki::FrontNumber, FrontReading, CertificateFacts>;

// A service's result.
struct Report {
    Event event;
    Attachment attachment;
};

// The chip's photo, before anything proves it: for the face service to prepare, for nobody to show.
struct PhotoArrived {
    SessionId session;
    SecretBytes jpeg2000;
};

// What spoke for a living person before the camera, before the face way's event that rests on it.
struct LivenessReport {
    SessionId session;
    face::LivenessVerdict verdict;
};

// This patient's visit is on the list of later confirmations, and on disk, before the event that
// says why.
struct LaterKept {
    SessionId session;
};

// Who the patient is in the clinic's index, about which record the service is asked now, and on
// which way.
struct ChartFound {
    SessionId session;
    std::string reference_number; // empty: not in the index; the answer came unasked
    eligibility::InsuranceIdentity insurance;
    std::string asked; // name of the link, or "face-file"
};

// What the answer is worth, before the event that rests on it.
struct AnswerReport {
    ChartFound chart; // asked about; its session's
    AnswerSummary summary;
};

// The list of later confirmations as a whole.
struct LaterNews {
    LaterCounts counts;
    bool is_usable = false;
};

// What became of the face files that came unasked.
struct FaceFileNews {
    eligibility::oqs::FaceFileCounts counts;
};

struct TrafficReport {
    SessionId session;
    CardTraffic traffic;
};

// Card and reader, as the monitor sees them.
struct CardPutDown {
    std::string reader;
};
struct CardTakenAway {
    std::string reader;
};
struct ReadersReady {};
struct ReadersOut {
    FailureReason reason{};
};

struct PatientRequest {
    PatientAction action;
    std::promise<bool> accepted;
};
struct StaffRequest {
    StaffAction action;
    std::promise<bool> accepted;
};

struct StopRequest {};

using Message =
    std::variant<Report, PhotoArrived, LivenessReport, ChartFound, AnswerReport, LaterKept,
                 LaterNews, FaceFileNews, TrafficReport, StrandWork, CardPutDown, CardTakenAway,
                 ReadersReady, ReadersOut, PartHealth, PatientRequest, StaffRequest, StopRequest>;

// How a service reaches the reception; callable from any thread.
using Post = std::function<void(Message)>;

} // namespace madoguchi::terminal

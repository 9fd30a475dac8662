// A reception with all its services at work: what the program runs and what tests run in process.
#pragma once

#include "terminal_app/service/later_service.hpp"
#include "terminal_app/service/monitor_service.hpp"
#include "terminal_app/service/reception.hpp"

#include <thread>

namespace madoguchi::terminal {

// The outside world; all of it outlives the reception.
struct ReceptionPorts {
    hal::CardReaderDirectory& readers;
    hal::CardReaderMonitor& monitor;
    hal::SurfaceNumberSource* surface; // null: the number is typed
    hal::CameraSource* camera;         // null: no face way
    face::PixelDecoder& decoder;       // of cards' photos
    eligibility::EligibilityLink& link;
    eligibility::EligibilityLink& later_link; // the same service's; of the later confirmations
    const Clock& clock;
};

struct ReceptionSettings {
    std::string reader_name; // empty: any
    ReceptionOptions options;
    EligibilitySettings eligibility;
    jpki::TrustAnchors anchors;
    FaceSettings face;
    AuditJournal journal;
    std::shared_ptr<LaterList> later_list = {}; // null: nothing is kept to be confirmed later
    LaterPolicy later_policy = {};
    // A second way to the journal's file, for what is asked later. Nothing: that is not noted.
    std::optional<AuditJournal> later_journal = {};
    std::optional<TieStore> ties = {}; // nothing: mis-links are noticed since the start only
};

class RunningReception {
public:
    RunningReception(const ReceptionPorts& ports, ReceptionSettings settings);
    ~RunningReception();
    RunningReception(const RunningReception&) = delete;
    RunningReception& operator=(const RunningReception&) = delete;

    [[nodiscard]] Desk& desk() noexcept { return reception_; }

    // Ends an open session: card powered down, journal written. Callable from any thread.
    void stop() { reception_.stop(); }

private:
    jpki::TrustAnchors anchors_;
    Reception reception_;
    // Ended from the last to the first: what must not be lost comes before what may hang.
    LaterService later_;
    EligibilityService eligibility_;
    SurfaceService surface_;
    FaceService face_;
    CardService card_;
    AuditService audit_;
    MonitorService monitor_;
    std::jthread workflow_;
};

} // namespace madoguchi::terminal

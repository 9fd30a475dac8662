#include "terminal_app/service/running_reception.hpp"

namespace madoguchi::terminal {

RunningReception::RunningReception(const ReceptionPorts& ports, ReceptionSettings settings)
    : anchors_(std::move(settings.anchors)), reception_(std::move(settings.options), ports.clock),
      eligibility_(ports.link, std::move(settings.eligibility), ports.clock, reception_.post()),
      surface_(ports.surface, ports.clock, reception_.post()),
      face_(std::move(settings.face), ports.camera, ports.decoder, ports.clock,
            reception_.preview_board(), reception_.post()),
      card_(ports.readers, anchors_, ports.clock, reception_.post()),
      audit_(std::move(settings.journal), reception_.post()),
      monitor_(ports.monitor, std::move(settings.reader_name), reception_.post()),
      workflow_([this, &decoder = ports.decoder] {
          reception_.run({card_, surface_, face_, eligibility_, audit_, decoder});
      }) {
}

RunningReception::~RunningReception() {
    stop();
}

} // namespace madoguchi::terminal

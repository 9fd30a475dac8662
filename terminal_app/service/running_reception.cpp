#include "terminal_app/service/running_reception.hpp"

#include "hal/base/log.hpp"

namespace madoguchi::terminal {

namespace {

std::function<void(const AuditEntry&)> writer_of(std::optional<AuditJournal> journal) {
    if (!journal) {
        return [](const AuditEntry& /*entry*/) {};
    }
    return [kept = std::make_shared<AuditJournal>(std::move(*journal))](const AuditEntry& entry) {
        const auto written = kept->append(entry);
        if (!written) {
            log::write_error(log::Level::Error, "journal_not_written", written.error());
        }
    };
}

LaterSettings later_settings(ReceptionSettings& settings) {
    return {settings.eligibility.facility_code,    settings.eligibility.hand_over_folder,
            settings.eligibility.deadline,         settings.later_policy,
            settings.eligibility.hand_over_format, writer_of(std::move(settings.later_journal))};
}

} // namespace

RunningReception::RunningReception(const ReceptionPorts& ports, ReceptionSettings settings)
    : anchors_(std::move(settings.anchors)), reception_(std::move(settings.options), ports.clock),
      later_(std::move(settings.later_list), ports.later_link, later_settings(settings),
             ports.clock, reception_.post()),
      eligibility_(
          ports.link, std::move(settings.eligibility),
          [this](const LaterQuestion& question, FailureReason why) {
              return later_.keep(question, why);
          },
          std::move(settings.ties), ports.clock, reception_.post()),
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

#include "terminal_app/service/audit_service.hpp"

#include "hal/base/log.hpp"

namespace madoguchi::terminal {

AuditService::AuditService(AuditJournal journal, Post post)
    : journal_(std::move(journal)), post_(std::move(post)),
      worker_([this](const AuditEntry& entry) { carry_out(entry); }) {
    post_(PartHealth{Part::Journal, Condition::Ok, {}});
}

void AuditService::carry_out(const AuditEntry& entry) {
    const auto written = journal_.append(entry);
    if (!written) {
        log::write_error(log::Level::Error, "journal_not_written", written.error());
        post_(PartHealth{Part::Journal, Condition::Down, FailureReason::SystemStorage});
        return;
    }
    post_(PartHealth{Part::Journal, Condition::Ok, {}});
}

} // namespace madoguchi::terminal

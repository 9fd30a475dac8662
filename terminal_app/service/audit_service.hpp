// Writes the audit journal on a thread of its own.
#pragma once

#include "terminal_app/service/message.hpp"
#include "terminal_app/service/worker.hpp"
#include "terminal_app/store/audit_journal.hpp"

namespace madoguchi::terminal {

class AuditService {
public:
    AuditService(AuditJournal journal, Post post);

    // On disk when the service has ended, unless the journal is reported down.
    [[nodiscard]] bool record(AuditEntry entry) { return worker_.post(std::move(entry)); }

private:
    void carry_out(const AuditEntry& entry);

    AuditJournal journal_;
    Post post_;
    Worker<AuditEntry> worker_; // last: its thread uses the rest
};

} // namespace madoguchi::terminal

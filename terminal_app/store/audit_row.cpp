#include "terminal_app/store/audit_row.hpp"

#include <fmt/format.h>

namespace madoguchi::terminal {

Bytes chained_bytes(const AuditRow& row, const std::string& chain_before) {
    const std::string number = std::to_string(row.number);
    const std::string duration = std::to_string(row.duration_ms);
    std::string text;
    for (const std::string* field :
         {&chain_before, &number, &row.started_at, &duration, &row.way, &row.grade,
          &row.certificate, &row.consents, &row.outcome, &row.failure}) {
        text += fmt::format("{}:{};", field->size(), *field);
    }
    if (!row.liveness.empty() || !row.incident.empty()) {
        text += fmt::format("{}:{};", row.liveness.size(), row.liveness);
    }
    if (!row.incident.empty()) {
        text += fmt::format("{}:{};", row.incident.size(), row.incident);
    }
    return to_bytes(as_bytes(text));
}

} // namespace madoguchi::terminal

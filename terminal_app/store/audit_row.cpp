#include "terminal_app/store/audit_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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
    const std::array since{&row.liveness, &row.incident, &row.asked, &row.record, &row.shown};
    const auto last = std::find_if(since.rbegin(), since.rend(),
                                   [](const std::string* field) { return !field->empty(); });
    for (auto field = since.begin(); field != last.base(); ++field) {
        text += fmt::format("{}:{};", (*field)->size(), **field);
    }
    return to_bytes(as_bytes(text));
}

} // namespace madoguchi::terminal

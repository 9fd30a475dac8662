// Rows of the audit journal for people and programs, printed one at a time.
#pragma once

#include "terminal_app/store/audit_journal.hpp"

#include <cstddef>

namespace madoguchi::cli {

class JournalReport {
public:
    // Begins on standard output with what the chain says.
    JournalReport(bool json, const terminal::ChainVerdict& verdict);

    void add(const terminal::AuditRow& row);
    // found: how many rows there are in all.
    void end(std::size_t found);

private:
    bool json_;
    std::size_t rows_ = 0;
};

} // namespace madoguchi::cli

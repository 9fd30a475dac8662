// The audit journal: append-only rows in SQLite, each bound to the one before.
#pragma once

#include "hal/base/result.hpp"
#include "terminal_app/store/audit_row.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace madoguchi::terminal {

// Which rows are wanted: those of receptions that began from `from` on and before `to`.
struct AuditSearch {
    CivilTime from{};
    CivilTime to{};
    std::optional<Bytes> certificate = {};                     // of this card only: serial number
    std::optional<eligibility::InsuranceIdentity> record = {}; // about this insurance record only
    std::size_t most = 1000;
};

struct ChainVerdict {
    std::int64_t rows = 0;
    std::optional<std::int64_t> first_broken; // number of the first row that does not fit
};

// Used by one thread at a time.
class AuditJournal {
public:
    // Opens or makes the database and, beside it, its key file (`<database>.key`).
    // Errors: StorageFailed (also when the file is no database of ours).
    [[nodiscard]] static Result<AuditJournal> open(const std::filesystem::path& database);
    ~AuditJournal();
    AuditJournal(const AuditJournal&) = delete;
    AuditJournal& operator=(const AuditJournal&) = delete;
    AuditJournal(AuditJournal&& other) noexcept;
    AuditJournal& operator=(AuditJournal&& other) noexcept;

    // On disk when this returns. Errors: StorageFailed.
    [[nodiscard]] Result<void> append(const AuditEntry& entry);

    // Shows each row that is wanted, oldest first, as it is read; at most `most` of them. Gives how
    // many there are in all. Errors: StorageFailed.
    [[nodiscard]] Result<std::size_t>
    search(const AuditSearch& wanted, const std::function<void(const AuditRow&)>& show) const;

    // Oldest first. Errors: StorageFailed.
    [[nodiscard]] Result<std::vector<AuditRow>> rows() const;

    // Recomputes the chain over every row, one at a time. Removal of the newest rows is noticed
    // through the count and chain value kept apart. Errors: StorageFailed.
    [[nodiscard]] Result<ChainVerdict> verify() const;

private:
    struct Storage;
    explicit AuditJournal(std::unique_ptr<Storage> storage);

    std::unique_ptr<Storage> storage_;
};

} // namespace madoguchi::terminal

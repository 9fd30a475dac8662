// The file behind LaterList. Its functions throw SQLite::Exception; LaterList's callers never see
// one.
#pragma once

#include "terminal_app/store/later_list.hpp"
#include "terminal_app/store/sealing_key.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>

namespace madoguchi::terminal {

struct LaterList::Storage {
    SealingKey key;
    const Clock& clock;
    std::string boot;
    std::filesystem::path moved_aside;
    mutable SQLite::Database database;
    mutable std::mutex mutex = {};

    // Whole numbers, as SQLite keeps them.
    [[nodiscard]] std::int64_t civil_now() const;     // seconds since 1970
    [[nodiscard]] std::int64_t monotonic_now() const; // milliseconds since the machine's start

    // Errors: StorageFailed. Throws.
    [[nodiscard]] Result<std::int64_t> insert(const LaterQuestion& question,
                                              const std::string& visit, const std::string& reason);
    [[nodiscard]] std::optional<std::int64_t> number_of(const std::string& visit) const;
    [[nodiscard]] Result<LaterQuestion> unsealed(std::int64_t number, ByteView sealed) const;
    // The next row that may be claimed; not claimed yet.
    [[nodiscard]] std::optional<std::int64_t> next_claimable() const;
    [[nodiscard]] std::string mark_claimed(std::int64_t number, std::chrono::milliseconds lease);
};

} // namespace madoguchi::terminal

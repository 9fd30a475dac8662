// How the file of a store is opened: made (mode 0600), brought up to date, or moved aside when it
// is damaged. SQLite, WAL, every change on disk when a call returns.
#pragma once

#include "hal/base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <span>

namespace madoguchi::terminal {

struct StoreFile {
    SQLite::Database database;
    std::filesystem::path moved_aside; // where a damaged file is now; empty: there was none
};

// steps: statements; a file of version n has seen the first n of them. One that was released never
// changes. Errors: StorageFailed (also: made by a newer version of the program).
[[nodiscard]] Result<StoreFile> open_store(const std::filesystem::path& file,
                                           std::span<const char* const> steps, int busy_timeout_ms);

} // namespace madoguchi::terminal

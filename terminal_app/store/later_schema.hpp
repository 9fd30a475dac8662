// How the list of later confirmations lies in its file, version by version.
#pragma once

#include "hal/base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace madoguchi::terminal {

// A connection that waits for others, writes through to the disk and leaves no deleted content.
void set_durable(SQLite::Database& database);

// Brings the file to the newest version in one transaction. Errors: StorageFailed (made by a newer
// version of the program). Throws SQLite::Exception.
[[nodiscard]] Result<void> bring_up_to_date(SQLite::Database& database);

} // namespace madoguchi::terminal

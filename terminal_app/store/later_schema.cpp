#include "terminal_app/store/later_schema.hpp"

#include <array>

namespace madoguchi::terminal {

namespace {

// A file of version n has seen the first n steps. A step that was released never changes.
constexpr std::array steps{
    R"sql(
CREATE TABLE later (
    number INTEGER PRIMARY KEY AUTOINCREMENT, visit TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL, sealed BLOB NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
    asks INTEGER NOT NULL, created_at INTEGER NOT NULL, asked_at INTEGER, settled_at INTEGER)
    STRICT;
)sql",
    // Several programs on one file: who may ask, and until when nobody may.
    R"sql(
ALTER TABLE later ADD COLUMN token TEXT NOT NULL DEFAULT '';
ALTER TABLE later ADD COLUMN rest_boot TEXT NOT NULL DEFAULT '';
ALTER TABLE later ADD COLUMN rest_until INTEGER NOT NULL DEFAULT 0;
)sql",
};

} // namespace

void set_durable(SQLite::Database& database) {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                  "PRAGMA secure_delete = ON;");
}

Result<void> bring_up_to_date(SQLite::Database& database) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > static_cast<int>(steps.size())) {
        return fail(ErrorCode::StorageFailed,
                    "the list of later confirmations was made by a newer version of the program; "
                    "install that one");
    }
    for (std::size_t step = static_cast<std::size_t>(version); step < steps.size(); ++step) {
        database.exec(steps.at(step));
    }
    if (version < static_cast<int>(steps.size())) {
        database.exec("PRAGMA user_version = " + std::to_string(steps.size()));
    }
    transaction.commit();
    return {};
}

} // namespace madoguchi::terminal

#include "terminal_app/store/store_file.hpp"

#include "terminal_app/store/storage_errors.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace madoguchi::terminal {

namespace {

constexpr int most_asides = 100;

// SQLite takes the mode of its other files from the database; a new one is to be ours alone.
Result<void> make_private(const std::filesystem::path& database) {
    const int made = ::open(database.c_str(), O_RDWR | O_CREAT | O_CLOEXEC,
                            static_cast<mode_t>(S_IRUSR | S_IWUSR));
    if (made < 0) {
        return fail(Error(ErrorCode::StorageFailed,
                          "a store cannot be made; check folder, owner and free space")
                        .with_system_code(errno));
    }
    const bool is_private = ::fchmod(made, S_IRUSR | S_IWUSR) == 0;
    ::close(made);
    if (!is_private) {
        return fail(ErrorCode::StorageFailed, "a store belongs to another user; check its owner");
    }
    return {};
}

Result<void> check_whole(SQLite::Database& database) {
    const std::string verdict = database.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok") {
        return fail(
            Error(ErrorCode::StorageFailed, "a store is damaged").with_system_code(SQLITE_CORRUPT));
    }
    return {};
}

// The database and what SQLite keeps beside it, under a name that is still free.
Result<std::filesystem::path> move_aside(const std::filesystem::path& database) {
    for (int count = 1; count <= most_asides; ++count) {
        const std::filesystem::path aside = database.string() + ".damaged-" + std::to_string(count);
        if (std::filesystem::exists(aside)) {
            continue;
        }
        std::error_code failed;
        std::filesystem::rename(database, aside, failed);
        for (const char* beside : {"-wal", "-shm"}) {
            std::error_code ignored; // mostly not there
            std::filesystem::rename(database.string() + beside, aside.string() + beside, ignored);
        }
        if (!failed) {
            return aside;
        }
        break;
    }
    return fail(ErrorCode::StorageFailed, "a damaged store cannot be moved aside; move it by hand");
}

// A connection that waits for others, writes through to the disk and leaves no deleted content.
void set_durable(SQLite::Database& database) {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                  "PRAGMA secure_delete = ON;");
}

// In one transaction.
Result<void> bring_up_to_date(SQLite::Database& database, std::span<const char* const> steps) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > static_cast<int>(steps.size())) {
        return fail(ErrorCode::StorageFailed,
                    "a store was made by a newer version of the program; install that one");
    }
    for (const char* const step : steps.subspan(static_cast<std::size_t>(version))) {
        database.exec(step);
    }
    if (version < static_cast<int>(steps.size())) {
        database.exec("PRAGMA user_version = " + std::to_string(steps.size()));
    }
    transaction.commit();
    return {};
}

Result<SQLite::Database> open_database(const std::filesystem::path& file,
                                       std::span<const char* const> steps, int busy_timeout_ms) {
    MADOGUCHI_TRY(make_private(file));
    return guarded([&]() -> Result<SQLite::Database> {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, busy_timeout_ms);
        set_durable(database);
        MADOGUCHI_TRY(check_whole(database));
        MADOGUCHI_TRY(bring_up_to_date(database, steps));
        return database;
    });
}

} // namespace

Result<StoreFile> open_store(const std::filesystem::path& file, std::span<const char* const> steps,
                             int busy_timeout_ms) {
    std::filesystem::path aside;
    auto opened = open_database(file, steps, busy_timeout_ms);
    if (!opened && is_damage(opened.error())) {
        aside = MADOGUCHI_TRY(move_aside(file));
        opened = open_database(file, steps, busy_timeout_ms);
    }
    return StoreFile{MADOGUCHI_TRY(std::move(opened)), std::move(aside)};
}

} // namespace madoguchi::terminal

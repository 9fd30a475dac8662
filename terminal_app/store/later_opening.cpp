// How a list of later confirmations is opened: made, brought up to date, or moved aside.
#include "terminal_app/store/later_schema.hpp"
#include "terminal_app/store/later_storage.hpp"
#include "terminal_app/store/storage_errors.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace madoguchi::terminal {

namespace {

constexpr int most_asides = 100;

std::string this_boot() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

// SQLite takes the mode of its other files from the database; a new one is to be ours alone.
Result<void> make_private(const std::filesystem::path& database) {
    const int made = ::open(database.c_str(), O_RDWR | O_CREAT | O_CLOEXEC,
                            static_cast<mode_t>(S_IRUSR | S_IWUSR));
    if (made < 0) {
        return fail(Error(ErrorCode::StorageFailed,
                          "the list of later confirmations cannot be made; check folder, owner and "
                          "free space")
                        .with_system_code(errno));
    }
    const bool is_private = ::fchmod(made, S_IRUSR | S_IWUSR) == 0;
    ::close(made);
    if (!is_private) {
        return fail(ErrorCode::StorageFailed,
                    "the list of later confirmations belongs to another user; check its owner");
    }
    return {};
}

Result<void> check_whole(SQLite::Database& database) {
    const std::string verdict = database.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok") {
        return fail(Error(ErrorCode::StorageFailed, "the list of later confirmations is damaged")
                        .with_system_code(SQLITE_CORRUPT));
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
    return fail(ErrorCode::StorageFailed,
                "the damaged list of later confirmations cannot be moved aside; move it by hand");
}

Result<SQLite::Database> open_database(const std::filesystem::path& file, int busy_timeout_ms) {
    MADOGUCHI_TRY(make_private(file));
    return guarded([&]() -> Result<SQLite::Database> {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, busy_timeout_ms);
        set_durable(database);
        MADOGUCHI_TRY(check_whole(database));
        MADOGUCHI_TRY(bring_up_to_date(database));
        return database;
    });
}

} // namespace

Result<LaterList> LaterList::open(const std::filesystem::path& database, const Clock& clock,
                                  LaterListOptions options) {
    SealingKey key =
        MADOGUCHI_TRY(SealingKey::load_or_make(database.string() + ".key", credential));
    std::filesystem::path aside;
    auto opened = open_database(database, options.busy_timeout_ms);
    if (!opened && is_damage(opened.error())) {
        aside = MADOGUCHI_TRY(move_aside(database));
        opened = open_database(database, options.busy_timeout_ms);
    }
    SQLite::Database file = MADOGUCHI_TRY(std::move(opened));
    return LaterList(std::unique_ptr<Storage>(
        new Storage{std::move(key), clock, options.boot.empty() ? this_boot() : options.boot,
                    std::move(aside), std::move(file)}));
}

} // namespace madoguchi::terminal

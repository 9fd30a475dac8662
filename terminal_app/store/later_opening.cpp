// How a list of later confirmations is opened.
#include "terminal_app/store/later_storage.hpp"
#include "terminal_app/store/store_file.hpp"

#include <array>
#include <fstream>

namespace madoguchi::terminal {

namespace {

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

std::string this_boot() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

} // namespace

Result<LaterList> LaterList::open(const std::filesystem::path& database, const Clock& clock,
                                  LaterListOptions options) {
    SealingKey key =
        MADOGUCHI_TRY(SealingKey::load_or_make(database.string() + ".key", credential));
    StoreFile file = MADOGUCHI_TRY(open_store(database, steps, options.busy_timeout_ms));
    return LaterList(std::unique_ptr<Storage>(
        new Storage{std::move(key), clock, options.boot.empty() ? this_boot() : options.boot,
                    std::move(file.moved_aside), std::move(file.database)}));
}

} // namespace madoguchi::terminal

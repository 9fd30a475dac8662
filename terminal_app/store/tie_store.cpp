#include "terminal_app/store/tie_store.hpp"

#include "terminal_app/store/journal_key.hpp"
#include "terminal_app/store/key_file.hpp"
#include "terminal_app/store/storage_errors.hpp"
#include "terminal_app/store/store_file.hpp"

#include <array>

namespace madoguchi::terminal {

namespace {

using eligibility::identity::Mark;
using eligibility::identity::Tie;
using eligibility::identity::TieKind;

// kind: of TieKind; of, first, second: marks, whose bits SQLite keeps as a signed number; met: days
// since 1970.
constexpr std::array steps{R"sql(
CREATE TABLE ties (
    kind INTEGER NOT NULL, of INTEGER NOT NULL, first INTEGER NOT NULL, second INTEGER NOT NULL,
    met INTEGER NOT NULL, PRIMARY KEY (kind, of)) STRICT, WITHOUT ROWID;
CREATE INDEX ties_by_day ON ties (met);
)sql"};

std::int64_t number_of(Mark mark) {
    return static_cast<std::int64_t>(mark);
}

std::int64_t number_of(TieKind kind) {
    return static_cast<std::int64_t>(kind);
}

std::int64_t number_of(std::chrono::sys_days day) {
    return day.time_since_epoch().count();
}

void insert(SQLite::Database& database, const Tie& tie, std::chrono::sys_days day) {
    SQLite::Statement row(database, "INSERT OR REPLACE INTO ties VALUES (?, ?, ?, ?, ?)");
    row.bind(1, number_of(tie.kind));
    row.bind(2, number_of(tie.of));
    row.bind(3, number_of(tie.first));
    row.bind(4, number_of(tie.second));
    row.bind(5, number_of(day));
    row.exec();
}

} // namespace

struct TieStore::Storage {
    JournalKey key;
    StoreFile file;
};

TieStore::TieStore(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {
}
TieStore::~TieStore() = default;
TieStore::TieStore(TieStore&& other) noexcept = default;
TieStore& TieStore::operator=(TieStore&& other) noexcept = default;

Result<TieStore> TieStore::open(const std::filesystem::path& database, int busy_timeout_ms) {
    JournalKey key(MADOGUCHI_TRY(load_or_make_key(database.string() + ".key", credential)));
    StoreFile file = MADOGUCHI_TRY(open_store(database, steps, busy_timeout_ms));
    return TieStore(std::unique_ptr<Storage>(new Storage{std::move(key), std::move(file)}));
}

const std::filesystem::path& TieStore::moved_aside() const noexcept {
    return storage_->file.moved_aside;
}

Mark TieStore::mark_of(std::string_view text) const {
    const Digest digest = storage_->key.authenticate(as_bytes(text));
    Mark mark = 0;
    for (const std::uint8_t byte : ByteView(digest).first(sizeof(Mark))) {
        mark = mark << 8U | byte;
    }
    return mark;
}

Result<std::optional<Tie>> TieStore::find(TieKind kind, Mark of) const {
    return guarded([&]() -> std::optional<Tie> {
        SQLite::Statement query(storage_->file.database,
                                "SELECT first, second FROM ties WHERE kind = ? AND of = ?");
        query.bind(1, number_of(kind));
        query.bind(2, number_of(of));
        if (!query.executeStep()) {
            return std::nullopt;
        }
        return Tie{kind, of, static_cast<Mark>(query.getColumn(0).getInt64()),
                   static_cast<Mark>(query.getColumn(1).getInt64())};
    });
}

Result<void> TieStore::keep(const std::vector<Tie>& ties, std::chrono::sys_days day) {
    SQLite::Database& database = storage_->file.database;
    return guarded([&] {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const Tie& tie : ties) {
            insert(database, tie, day);
        }
        transaction.commit();
    });
}

Result<std::size_t> TieStore::forget(std::chrono::sys_days oldest, std::chrono::sys_days today,
                                     std::size_t most) {
    SQLite::Database& database = storage_->file.database;
    return guarded([&] {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement old(database, "DELETE FROM ties WHERE met NOT BETWEEN ? AND ?");
        old.bind(1, number_of(oldest));
        old.bind(2, number_of(today));
        auto forgotten = static_cast<std::size_t>(old.exec());
        SQLite::Statement beyond(database,
                                 "DELETE FROM ties WHERE (kind, of) IN (SELECT kind, of FROM ties "
                                 "ORDER BY met DESC LIMIT -1 OFFSET ?)");
        beyond.bind(1, static_cast<std::int64_t>(most));
        forgotten += static_cast<std::size_t>(beyond.exec());
        transaction.commit();
        return forgotten;
    });
}

} // namespace madoguchi::terminal

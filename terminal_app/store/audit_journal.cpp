#include "terminal_app/store/audit_journal.hpp"

#include "eligibility/identity/record_text.hpp"
#include "terminal_app/store/journal_key.hpp"
#include "terminal_app/store/storage_errors.hpp"

#include <fmt/chrono.h>

namespace madoguchi::terminal {

namespace {

constexpr int busy_timeout_ms = 2000;

// The triggers keep programs from changing rows by mistake; the chain shows who did it on purpose.
// `head` repeats the newest row's number and chain value under the key, so that cutting off the
// end is noticed.
constexpr const char* schema = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS receptions (
    number INTEGER PRIMARY KEY, started_at TEXT NOT NULL, duration_ms INTEGER NOT NULL,
    way TEXT NOT NULL, grade TEXT NOT NULL, certificate TEXT NOT NULL, consents TEXT NOT NULL,
    outcome TEXT NOT NULL, failure TEXT NOT NULL, chain TEXT NOT NULL,
    liveness TEXT NOT NULL DEFAULT '', incident TEXT NOT NULL DEFAULT '',
    asked TEXT NOT NULL DEFAULT '', record TEXT NOT NULL DEFAULT '',
    shown TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE IF NOT EXISTS head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1), number INTEGER NOT NULL,
    seal TEXT NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS no_update BEFORE UPDATE ON receptions
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER IF NOT EXISTS no_delete BEFORE DELETE ON receptions
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
)sql";

std::string hex(const Digest& digest) {
    return to_hex(digest);
}

AuditRow read_row(SQLite::Statement& query) {
    return {query.getColumn(0).getInt64(),   query.getColumn(1).getString(),
            query.getColumn(2).getInt64(),   query.getColumn(3).getString(),
            query.getColumn(4).getString(),  query.getColumn(5).getString(),
            query.getColumn(6).getString(),  query.getColumn(7).getString(),
            query.getColumn(8).getString(),  query.getColumn(9).getString(),
            query.getColumn(10).getString(), query.getColumn(11).getString(),
            query.getColumn(12).getString(), query.getColumn(13).getString(),
            query.getColumn(14).getString()};
}

void insert_row(SQLite::Database& database, const AuditRow& row) {
    SQLite::Statement insert(database,
                             "INSERT INTO receptions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    insert.bind(1, row.number);
    insert.bind(2, row.started_at);
    insert.bind(3, row.duration_ms);
    insert.bind(4, row.way);
    insert.bind(5, row.grade);
    insert.bind(6, row.certificate);
    insert.bind(7, row.consents);
    insert.bind(8, row.outcome);
    insert.bind(9, row.failure);
    insert.bind(10, row.chain);
    insert.bind(11, row.liveness);
    insert.bind(12, row.incident);
    insert.bind(13, row.asked);
    insert.bind(14, row.record);
    insert.bind(15, row.shown);
    insert.exec();
}

// A journal of an older version gets the columns that came since, in their order, as the last ones.
void add_missing_columns(SQLite::Database& database) {
    for (const std::string column : {"liveness", "incident", "asked", "record", "shown"}) {
        SQLite::Statement query(database,
                                "SELECT 1 FROM pragma_table_info('receptions') WHERE name = ?");
        query.bind(1, column);
        if (!query.executeStep()) {
            database.exec("ALTER TABLE receptions ADD COLUMN " + column +
                          " TEXT NOT NULL DEFAULT ''");
        }
    }
}

std::string stored(CivilTime moment) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", moment);
}

// What is empty in the search fits every row.
constexpr const char* wanted_rows =
    " FROM receptions WHERE started_at >= ?1 AND started_at < ?2 "
    "AND (?3 = '' OR certificate = ?3) AND (?4 = '' OR record = ?4)";

} // namespace

struct AuditJournal::Storage {
    JournalKey key;
    mutable SQLite::Database database;

    [[nodiscard]] std::optional<AuditRow> newest() const {
        SQLite::Statement query(database, "SELECT * FROM receptions ORDER BY number DESC LIMIT 1");
        return query.executeStep() ? std::optional(read_row(query)) : std::nullopt;
    }

    [[nodiscard]] AuditRow row_after(const std::optional<AuditRow>& before,
                                     const AuditEntry& entry) const {
        AuditRow row{before ? before->number + 1 : 1,
                     stored(entry.started_at),
                     entry.duration.count(),
                     entry.way,
                     entry.grade,
                     hash_of(entry.certificate),
                     entry.consents,
                     entry.outcome,
                     std::string(entry.failure ? code_of(*entry.failure) : ""),
                     {},
                     entry.liveness,
                     entry.incident,
                     entry.asked,
                     hash_of(entry.record),
                     entry.shown};
        row.chain = chain_of(row, before ? before->chain : std::string());
        return row;
    }

    [[nodiscard]] std::string hash_of(const std::optional<Bytes>& certificate) const {
        return certificate ? hex(key.authenticate(*certificate)) : std::string();
    }

    [[nodiscard]] std::string
    hash_of(const std::optional<eligibility::InsuranceIdentity>& record) const {
        return record ? hex(key.authenticate(
                            as_bytes("record;" + eligibility::identity::record_text(*record))))
                      : std::string();
    }

    void bind(SQLite::Statement& query, const AuditSearch& search) const {
        query.bind(1, stored(search.from));
        query.bind(2, stored(search.to));
        query.bind(3, hash_of(search.certificate));
        query.bind(4, hash_of(search.record));
    }

    [[nodiscard]] std::string chain_of(const AuditRow& row, const std::string& before) const {
        return hex(key.authenticate(chained_bytes(row, before)));
    }

    [[nodiscard]] std::string seal_of(std::int64_t number, const std::string& chain) const {
        return hex(key.authenticate(as_bytes(fmt::format("head;{};{}", number, chain))));
    }

    void set_head(const AuditRow& row) {
        SQLite::Statement head(database, "INSERT OR REPLACE INTO head VALUES (1, ?, ?)");
        head.bind(1, row.number);
        head.bind(2, seal_of(row.number, row.chain));
        head.exec();
    }

    [[nodiscard]] bool head_fits(std::int64_t number, const std::string& chain) const {
        SQLite::Statement head(database, "SELECT number, seal FROM head");
        if (!head.executeStep()) {
            return number == 0;
        }
        return head.getColumn(0).getInt64() == number &&
               head.getColumn(1).getString() == seal_of(number, chain);
    }
};

AuditJournal::AuditJournal(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {
}
AuditJournal::~AuditJournal() = default;
AuditJournal::AuditJournal(AuditJournal&& other) noexcept = default;
AuditJournal& AuditJournal::operator=(AuditJournal&& other) noexcept = default;

Result<AuditJournal> AuditJournal::open(const std::filesystem::path& database) {
    JournalKey key = MADOGUCHI_TRY(JournalKey::load_or_make(database.string() + ".key"));
    return guarded([&] {
        auto storage = std::make_unique<Storage>(
            Storage{std::move(key), SQLite::Database(database.string(),
                                                     SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                     busy_timeout_ms)});
        storage->database.exec(schema);
        add_missing_columns(storage->database);
        return AuditJournal(std::move(storage));
    });
}

Result<void> AuditJournal::append(const AuditEntry& entry) {
    return guarded([&] {
        // Others may write, too: nobody comes between the newest row and ours.
        SQLite::Transaction transaction(storage_->database, SQLite::TransactionBehavior::IMMEDIATE);
        const AuditRow row = storage_->row_after(storage_->newest(), entry);
        insert_row(storage_->database, row);
        storage_->set_head(row);
        transaction.commit();
    });
}

Result<std::vector<AuditRow>> AuditJournal::rows() const {
    return guarded([&] {
        std::vector<AuditRow> all;
        SQLite::Statement query(storage_->database, "SELECT * FROM receptions ORDER BY number");
        while (query.executeStep()) {
            all.push_back(read_row(query));
        }
        return all;
    });
}

Result<std::size_t> AuditJournal::search(const AuditSearch& wanted,
                                         const std::function<void(const AuditRow&)>& show) const {
    return guarded([&] {
        const std::string rows = wanted_rows;
        SQLite::Statement counted(storage_->database, "SELECT count(*)" + rows);
        storage_->bind(counted, wanted);
        static_cast<void>(counted.executeStep());
        SQLite::Statement query(storage_->database,
                                "SELECT *" + rows + " ORDER BY number LIMIT ?5");
        storage_->bind(query, wanted);
        query.bind(5, static_cast<std::int64_t>(wanted.most));
        while (query.executeStep()) {
            show(read_row(query));
        }
        return static_cast<std::size_t>(counted.getColumn(0).getInt64());
    });
}

Result<ChainVerdict> AuditJournal::verify() const {
    return guarded([&] {
        const SQLite::Transaction snapshot(storage_->database); // of rows and head
        SQLite::Statement query(storage_->database, "SELECT * FROM receptions ORDER BY number");
        ChainVerdict verdict;
        std::string chain;
        while (query.executeStep()) {
            const AuditRow row = read_row(query);
            if (row.number != verdict.rows + 1 || row.chain != storage_->chain_of(row, chain)) {
                verdict.first_broken = verdict.rows + 1;
                return verdict;
            }
            chain = row.chain;
            ++verdict.rows;
        }
        if (!storage_->head_fits(verdict.rows, chain)) {
            verdict.first_broken = verdict.rows + 1;
        }
        return verdict;
    });
}

} // namespace madoguchi::terminal

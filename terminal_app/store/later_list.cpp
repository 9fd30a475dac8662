#include "terminal_app/store/later_list.hpp"

#include "terminal_app/store/later_storage.hpp"
#include "terminal_app/store/storage_errors.hpp"

namespace madoguchi::terminal {

namespace {

constexpr std::size_t most_unreadable_rows = 100; // put aside in one claim
constexpr const char* columns = "SELECT number, state, reason, asks, created_at, asked_at, "
                                "settled_at, key_id FROM later ORDER BY number";

CivilTime time_of(std::int64_t seconds) {
    return CivilTime(std::chrono::seconds(seconds));
}

std::optional<CivilTime> time_in(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(time_of(column.getInt64()));
}

LaterRow row_in(SQLite::Statement& query) {
    return {query.getColumn(0).getInt64(),
            later_state_named(query.getColumn(1).getString()).value_or(LaterState::NeedsStaff),
            query.getColumn(2).getString(),
            query.getColumn(3).getUInt(),
            time_of(query.getColumn(4).getInt64()),
            time_in(query.getColumn(5)),
            time_in(query.getColumn(6)),
            query.getColumn(7).getString()};
}

Bytes blob_in(const SQLite::Column& column) {
    const auto* const data = static_cast<const std::uint8_t*>(column.getBlob());
    return {data, data + column.getBytes()};
}

// One statement with one moment in it; how many rows it changed.
std::size_t change(SQLite::Database& database, const char* statement, std::int64_t first,
                   std::optional<std::int64_t> second = {}) {
    SQLite::Statement changing(database, statement);
    changing.bind(1, first);
    if (second) {
        changing.bind(2, *second);
    }
    return static_cast<std::size_t>(changing.exec());
}

} // namespace

LaterList::LaterList(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {
}
LaterList::~LaterList() = default;
LaterList::LaterList(LaterList&& other) noexcept = default;
LaterList& LaterList::operator=(LaterList&& other) noexcept = default;

const std::filesystem::path& LaterList::moved_aside() const noexcept {
    return storage_->moved_aside;
}

Result<std::vector<std::string>> LaterList::foreign_keys() const {
    const std::scoped_lock lock(storage_->mutex);
    return guarded([&] {
        SQLite::Statement query(storage_->database,
                                "SELECT DISTINCT key_id FROM later WHERE key_id <> ? AND "
                                "length(sealed) > 0 ORDER BY key_id");
        query.bind(1, storage_->key.id());
        std::vector<std::string> ids;
        while (query.executeStep()) {
            ids.push_back(query.getColumn(0).getString());
        }
        return ids;
    });
}

Result<std::int64_t> LaterList::keep(const LaterQuestion& question, const std::string& reason) {
    const std::scoped_lock lock(storage_->mutex);
    const std::string visit = storage_->key.fingerprint(visit_of(question).reveal());
    return guarded([&]() -> Result<std::int64_t> {
        SQLite::Transaction transaction(storage_->database, SQLite::TransactionBehavior::IMMEDIATE);
        if (const auto known = storage_->number_of(visit)) {
            return *known;
        }
        const std::int64_t number = MADOGUCHI_TRY(storage_->insert(question, visit, reason));
        transaction.commit();
        return number;
    });
}

Result<std::optional<LaterClaim>> LaterList::claim(std::chrono::milliseconds lease) {
    const std::scoped_lock lock(storage_->mutex);
    SQLite::Database& database = storage_->database;
    return guarded([&]() -> std::optional<LaterClaim> {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        std::optional<LaterClaim> claim;
        for (std::size_t tried = 0; tried < most_unreadable_rows && !claim; ++tried) {
            const auto number = storage_->next_claimable();
            if (!number) {
                break;
            }
            SQLite::Statement query(database,
                                    "SELECT asks, created_at, sealed FROM later WHERE number = ?");
            query.bind(1, *number);
            static_cast<void>(query.executeStep());
            auto question = storage_->unsealed(*number, blob_in(query.getColumn(2)));
            if (!question) {
                change(database,
                       "UPDATE later SET state = 'needs-staff', reason = 'content-unreadable', "
                       "settled_at = ? WHERE number = ?",
                       storage_->civil_now(), number);
                continue;
            }
            claim = LaterClaim{*number, storage_->mark_claimed(*number, lease),
                               query.getColumn(0).getUInt(), time_of(query.getColumn(1).getInt64()),
                               std::move(*question)};
        }
        transaction.commit();
        return claim;
    });
}

Result<bool> LaterList::settle(const LaterClaim& claim, const LaterSettlement& settlement) {
    const std::scoped_lock lock(storage_->mutex);
    return guarded([&] {
        SQLite::Statement settled(
            storage_->database,
            "UPDATE later SET state = ?1, reason = ?2, asks = asks + ?3, "
            "asked_at = iif(?3, ?4, asked_at), settled_at = iif(?5, NULL, ?4), token = '', "
            "rest_until = ?6, sealed = iif(?1 = 'confirmed', x'', sealed) "
            "WHERE number = ?7 AND token = ?8");
        settled.bind(1, std::string(name_of(settlement.state)));
        settled.bind(2, settlement.reason);
        settled.bind(3, settlement.was_asked ? 1 : 0);
        settled.bind(4, storage_->civil_now());
        settled.bind(5, is_open(settlement.state) ? 1 : 0);
        settled.bind(6, storage_->monotonic_now() + settlement.rest.count());
        settled.bind(7, claim.number);
        settled.bind(8, claim.token);
        return settled.exec() == 1;
    });
}

Result<std::vector<LaterRow>> LaterList::rows() const {
    const std::scoped_lock lock(storage_->mutex);
    return guarded([&] {
        std::vector<LaterRow> all;
        SQLite::Statement query(storage_->database, columns);
        while (query.executeStep()) {
            all.push_back(row_in(query));
        }
        return all;
    });
}

Result<LaterCounts> LaterList::counts() const {
    const std::scoped_lock lock(storage_->mutex);
    return guarded([&] {
        const auto count = [&](const char* states) {
            const std::string text =
                std::string("SELECT count(*) FROM later WHERE state IN ") + states;
            return static_cast<std::size_t>(storage_->database.execAndGet(text).getInt64());
        };
        return LaterCounts{count("('waiting', 'asked')"), count("('differs', 'needs-staff')")};
    });
}

Result<std::optional<LaterQuestion>> LaterList::question(std::int64_t number) const {
    using Found = std::optional<LaterQuestion>;
    const std::scoped_lock lock(storage_->mutex);
    const auto sealed = MADOGUCHI_TRY(guarded([&]() -> std::optional<Bytes> {
        SQLite::Statement query(storage_->database,
                                "SELECT sealed FROM later WHERE number = ? AND length(sealed) > 0");
        query.bind(1, number);
        return query.executeStep() ? std::optional(blob_in(query.getColumn(0))) : std::nullopt;
    }));
    return sealed ? storage_->unsealed(number, *sealed).map([](LaterQuestion question) {
        return Found(std::move(question));
    })
                  : Result<Found>(Found());
}

Result<bool> LaterList::retry(std::int64_t number) {
    const std::scoped_lock lock(storage_->mutex);
    return guarded([&] {
        return change(
                   storage_->database,
                   "UPDATE later SET state = 'waiting', reason = 'asked-for-by-staff', asks = 0, "
                   "settled_at = NULL, token = '', rest_until = 0 "
                   "WHERE number = ? AND length(sealed) > 0",
                   number) == 1;
    });
}

Result<bool> LaterList::close(std::int64_t number, LaterState as) {
    const std::scoped_lock lock(storage_->mutex);
    const bool confirmed = as == LaterState::Confirmed;
    return guarded([&] {
        return change(storage_->database,
                      confirmed
                          ? "UPDATE later SET state = 'confirmed', reason = 'closed-by-staff', "
                            "token = '', sealed = x'', settled_at = ?2 WHERE number = ?1 AND "
                            "state NOT IN ('confirmed', 'given-up')"
                          : "UPDATE later SET state = 'given-up', reason = 'closed-by-staff', "
                            "token = '', settled_at = ?2 WHERE number = ?1 AND "
                            "state NOT IN ('confirmed', 'given-up')",
                      number, storage_->civil_now()) == 1;
    });
}

Result<std::size_t> LaterList::give_up_older_than(CivilTime moment) {
    const std::scoped_lock lock(storage_->mutex);
    return guarded([&] {
        return change(storage_->database,
                      "UPDATE later SET state = 'given-up', reason = 'too-old', token = '', "
                      "settled_at = ?2 WHERE state IN ('waiting', 'asked') AND created_at < ?1",
                      moment.time_since_epoch().count(), storage_->civil_now());
    });
}

Result<std::size_t> LaterList::wipe_closed_before(CivilTime moment) {
    const std::scoped_lock lock(storage_->mutex);
    return guarded([&] {
        return change(storage_->database,
                      "DELETE FROM later WHERE state IN ('confirmed', 'given-up') AND "
                      "settled_at < ?",
                      moment.time_since_epoch().count());
    });
}

} // namespace madoguchi::terminal

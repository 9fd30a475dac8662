#include "terminal_app/store/later_storage.hpp"

#include <fmt/format.h>

namespace madoguchi::terminal {

namespace {

// Binds the sealed bytes to their row and to the form of their content.
std::string place_of(std::int64_t number) {
    return fmt::format("later;{};1", number);
}

} // namespace

std::int64_t LaterList::Storage::civil_now() const {
    return clock.civil_now().time_since_epoch().count();
}

std::int64_t LaterList::Storage::monotonic_now() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               clock.monotonic_now().time_since_epoch())
        .count();
}

Result<std::int64_t> LaterList::Storage::insert(const LaterQuestion& question,
                                                const std::string& visit,
                                                const std::string& reason) {
    SQLite::Statement row(database,
                          "INSERT INTO later (visit, key_id, sealed, state, reason, asks, "
                          "created_at) VALUES (?, ?, x'', 'waiting', ?, 0, ?)");
    row.bind(1, visit);
    row.bind(2, key.id());
    row.bind(3, reason);
    row.bind(4, civil_now());
    row.exec();
    const std::int64_t number = database.getLastInsertRowid();
    const SecretBytes record = to_record(question);
    const Bytes sealed = MADOGUCHI_TRY(key.seal(record.reveal(), as_bytes(place_of(number))));
    SQLite::Statement content(database, "UPDATE later SET sealed = ? WHERE number = ?");
    content.bind(1, sealed.data(), static_cast<int>(sealed.size()));
    content.bind(2, number);
    content.exec();
    return number;
}

std::optional<std::int64_t> LaterList::Storage::number_of(const std::string& visit) const {
    SQLite::Statement query(database, "SELECT number FROM later WHERE visit = ?");
    query.bind(1, visit);
    return query.executeStep() ? std::optional(query.getColumn(0).getInt64()) : std::nullopt;
}

Result<LaterQuestion> LaterList::Storage::unsealed(std::int64_t number, ByteView sealed) const {
    const SecretBytes record = MADOGUCHI_TRY(key.open(sealed, as_bytes(place_of(number))));
    return read_record(record.reveal());
}

std::optional<std::int64_t> LaterList::Storage::next_claimable() const {
    SQLite::Statement query(
        database, "SELECT number FROM later WHERE state IN ('waiting', 'asked') AND key_id = ? "
                  "AND NOT (rest_boot = ? AND rest_until > ?) "
                  "ORDER BY coalesce(asked_at, 0), number LIMIT 1");
    query.bind(1, key.id());
    query.bind(2, boot);
    query.bind(3, monotonic_now());
    return query.executeStep() ? std::optional(query.getColumn(0).getInt64()) : std::nullopt;
}

std::string LaterList::Storage::mark_claimed(std::int64_t number, std::chrono::milliseconds lease) {
    SQLite::Statement claimed(database,
                              "UPDATE later SET token = lower(hex(randomblob(16))), rest_boot = ?, "
                              "rest_until = ? WHERE number = ? RETURNING token");
    claimed.bind(1, boot);
    claimed.bind(2, monotonic_now() + lease.count());
    claimed.bind(3, number);
    static_cast<void>(claimed.executeStep());
    std::string token = claimed.getColumn(0).getString();
    while (claimed.executeStep()) { // to its end, so that it counts
    }
    return token;
}

} // namespace madoguchi::terminal

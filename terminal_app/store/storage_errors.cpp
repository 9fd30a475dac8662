#include "terminal_app/store/storage_errors.hpp"

#include <sqlite3.h>

namespace madoguchi::terminal {

namespace {

StaticText text_of(int primary_code) {
    switch (primary_code) {
    case SQLITE_FULL:
        return "the disk of the store is full; free some space, nothing else needs repair";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "the store cannot be written; check owner and mount of its folder";
    case SQLITE_CANTOPEN:
        return "the store cannot be opened; check its path, owner and permissions";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "the store's file is damaged; keep a copy and put back a good one";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program holds the store; end it or wait";
    case SQLITE_IOERR:
        return "the disk of the store cannot be read or written; check space and health";
    default:
        return "the store cannot be used";
    }
}

constexpr std::int64_t primary_bits = 0xFF; // of an extended result code

} // namespace

Error storage_error(const SQLite::Exception& exception) {
    const int code = exception.getExtendedErrorCode();
    return Error(ErrorCode::StorageFailed, text_of(exception.getErrorCode() & 0xFF))
        .with_system_code(code);
}

bool is_damage(const Error& error) {
    const std::int64_t code = error.system_code().value_or(0) & primary_bits;
    return error.code() == ErrorCode::StorageFailed &&
           (code == SQLITE_CORRUPT || code == SQLITE_NOTADB);
}

} // namespace madoguchi::terminal

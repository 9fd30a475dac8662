// The one place where SQLiteCpp's exceptions end.
#pragma once

#include "hal/base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <concepts>

namespace madoguchi::terminal {

// StorageFailed, with what happened and what to do about it, and SQLite's extended code.
[[nodiscard]] Error storage_error(const SQLite::Exception& exception);

// Whether the file itself is no database, or not a whole one.
[[nodiscard]] bool is_damage(const Error& error);

template <typename T>
struct ResultOf {
    using Type = Result<T>;
};
template <typename T>
struct ResultOf<Result<T>> {
    using Type = Result<T>;
};

// work gives a value, nothing, or a Result.
template <std::invocable Work>
auto guarded(Work work) -> typename ResultOf<decltype(work())>::Type {
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SQLite::Exception& exception) {
        return fail(storage_error(exception));
    }
}

} // namespace madoguchi::terminal

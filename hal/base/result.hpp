// Result<T>: a value, or the Error that prevented it. Ordinary outcomes (wrong PIN, faces differ)
// are values.
#pragma once

#include "hal/base/error.hpp"

#include <tl/expected.hpp>

#include <utility>

namespace madoguchi {

template <typename T>
using Result = tl::expected<T, Error>;

// return fail(ErrorCode::Truncated, "certificate file ends inside its header");
[[nodiscard]] inline tl::unexpected<Error>
fail(ErrorCode code, StaticText text,
     std::source_location where = std::source_location::current()) {
    return tl::unexpected<Error>(Error(code, text, where));
}

[[nodiscard]] inline tl::unexpected<Error> fail(const Error& error) {
    return tl::unexpected<Error>(error);
}

namespace detail {

template <typename T>
T take_value(Result<T>& result) {
    return std::move(*result);
}
inline void take_value(Result<void>& /*result*/) {
}

} // namespace detail

} // namespace madoguchi

// The one propagation macro: the value of a Result expression, or return its error from this
// function.
//     const Bytes file = MADOGUCHI_TRY(read_transparent_file(...));
//     MADOGUCHI_TRY(select(...));
#define MADOGUCHI_TRY(expression)                                                                  \
    __extension__({                                                                                \
        auto madoguchi_result = (expression);                                                      \
        if (!madoguchi_result) {                                                                   \
            return ::tl::unexpected<::madoguchi::Error>(madoguchi_result.error());                 \
        }                                                                                          \
        ::madoguchi::detail::take_value(madoguchi_result);                                         \
    })

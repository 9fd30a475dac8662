// How a subcommand ends when something fails: the error on standard error, exit status 1.
#pragma once

#include "hal/base/result.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace madoguchi::sim::cli {

[[noreturn]] inline void exit_with(const Error& error) {
    std::cerr << "madoguchi-sim: " << error.text() << " (" << name_of(error.code()) << ")\n";
    throw CLI::RuntimeError(1);
}

template <typename T>
T or_exit(Result<T> result) {
    if (!result) {
        exit_with(result.error());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace madoguchi::sim::cli

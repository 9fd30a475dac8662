// Hands listed pairs to an evaluation, and says how far it is where somebody is looking.
#pragma once

#include "face/evaluate/pair_list.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace madoguchi::cli {

// To evaluation.add(pair), in the list's order. Errors: those of both.
template <typename Evaluation>
[[nodiscard]] Result<void> for_each_pair(face::PairReader& pairs, Evaluation& evaluation) {
    constexpr std::uint64_t pairs_between_signs = 1000;
    for (std::uint64_t number = 1;; ++number) {
        const auto pair = MADOGUCHI_TRY(pairs.next());
        if (!pair) {
            return {};
        }
        MADOGUCHI_TRY(evaluation.add(*pair));
        if (number % pairs_between_signs == 0 && isatty(STDERR_FILENO) == 1) {
            fmt::print(stderr, "\r{} pairs compared", number);
        }
    }
}

} // namespace madoguchi::cli

// A traced exchange in words, for people who do not know instruction bytes by heart.
#pragma once

#include "apdu/identifiers.hpp"
#include "apdu/trace/trace_file.hpp"

#include <span>

namespace madoguchi::apdu {

// What selecting this application is called; the table is the caller's.
struct NamedApplication {
    Aid application;
    std::string_view name;
};

// "SELECT application 公的個人認証AP", "READ BINARY file 02 from 0", "VERIFY (number withheld)".
[[nodiscard]] std::string command_in_words(const TracedExchange& exchange,
                                           std::span<const NamedApplication> names);

// "9000 success", "63C2 2 tries left", "lost: CardRemoved".
[[nodiscard]] std::string outcome_in_words(const TracedExchange& exchange);

} // namespace madoguchi::apdu

// What a task needs of the card, whoever does it and however: the base of its limit. Made from the
// task's meaning and the card's content, never from a list of exchanges (docs/performance.md).
#pragma once

#include "bench/card/card_tasks.hpp"
#include "hw-sim/card/card_content.hpp"
#include "hw-sim/link/link_model.hpp"

namespace madoguchi::bench {

// One thing that only one command can do, and the bytes of it that must move. Command headers,
// lengths and status words are left out; every real exchange has them on top.
struct Need {
    std::string_view what;
    sim::CommandKind kind{};
    std::size_t bytes_out = 0;
    std::size_t bytes_in = 0;
};

// Errors: FileNotFound when the card lacks a file that the task needs.
[[nodiscard]] Result<std::vector<Need>> needs_of(CardTask task, const sim::CardContent& content,
                                                 const sim::Persona& persona);

// The same when an answer holds 256 bytes at most: what no one can do better with short length.
[[nodiscard]] std::vector<Need> in_short_answers(const std::vector<Need>& needs);

[[nodiscard]] sim::Microseconds limit_of(const std::vector<Need>& needs,
                                         const sim::LinkModel& model);

} // namespace madoguchi::bench

// One case of the matrix: a scenario, the exchange at which something happens, and what.
#pragma once

#include "tests/fault/conversation.hpp"

#include <string>
#include <vector>

namespace madoguchi::test {

struct FaultCase {
    const Scenario* scenario = nullptr;
    std::size_t exchange = 0;
    std::string what;         // name of the fault, or "hostile-" and that of the behaviour
    std::string command;      // kind of the command that it hits: "verify"
    bool recognising = false; // the exchange belongs to the card's recognition
    sim::FaultPlan plan;

    // "read_with_number_b/17/removed-during-executed": what --case takes.
    [[nodiscard]] std::string name() const;
};

// What the scenario does when nothing happens, found by running it.
struct DryRun {
    Reading reading;
    std::vector<sim::ObservedExchange> exchanges;
    std::size_t heap_growth = 0;
};

[[nodiscard]] DryRun dry_run(const Scenario& scenario);

// Every fault at every exchange at which it can happen, and every hostile behaviour from each file
// on. Recognition is what all scenarios begin with: so many exchanges.
[[nodiscard]] std::vector<FaultCase> cases_of(const Scenario& scenario, const DryRun& dry_run,
                                              std::size_t recognition);

// Runs the case and then a session without faults; what was wrong, one line each.
[[nodiscard]] std::vector<std::string> violations_of(const FaultCase& fault_case,
                                                     const DryRun& honest);

} // namespace madoguchi::test

// The fault matrix: every flow, every exchange, every fault; invariants after each case.
#include "tests/fault/fault_case.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

using namespace madoguchi::test;

namespace {

struct Wishes {
    std::string only;     // one case by name
    std::string scenario; // the cases of one scenario by name
    std::size_t shard = 1;
    std::size_t shards = 1;
    bool list = false;
};

struct Count {
    std::size_t cases = 0;
    std::size_t passed = 0;
};

void run(const FaultCase& fault_case, const DryRun& honest, Count& count) {
    const auto violations = violations_of(fault_case, honest);
    ++count.cases;
    count.passed += violations.empty() ? 1U : 0U;
    for (const std::string& violation : violations) {
        std::cout << fault_case.name() << ": " << violation << '\n';
    }
    if (!violations.empty()) {
        std::cout << "  again: build/dev/bin/unit_fault --case '" << fault_case.name() << "'\n";
    }
}

Count run_all(const Wishes& wishes) {
    Count count;
    std::size_t number = 0;
    const std::size_t recognition = dry_run(all_scenarios().front()).exchanges.size();
    for (const Scenario& scenario : all_scenarios()) {
        if (!wishes.scenario.empty() && wishes.scenario != scenario.name) {
            continue;
        }
        const DryRun honest = dry_run(scenario);
        for (const FaultCase& fault_case : cases_of(scenario, honest, recognition)) {
            const bool wanted = wishes.only.empty() ? number++ % wishes.shards == wishes.shard - 1
                                                    : wishes.only == fault_case.name();
            if (wanted && wishes.list) {
                std::cout << fault_case.name() << '\n';
            } else if (wanted) {
                run(fault_case, honest, count);
            }
        }
    }
    return count;
}

} // namespace

int main(int argc, char** argv) {
    Wishes wishes;
    CLI::App app("Runs every public flow over every fault and checks what must hold after it.");
    app.add_option("--case", wishes.only, "only this case, as --list and failures print it");
    app.add_option("--scenario", wishes.scenario, "only the cases of this scenario");
    app.add_option("--shard", wishes.shard, "which part of the cases, from 1");
    app.add_option("--shards", wishes.shards, "how many parts")->check(CLI::PositiveNumber);
    app.add_flag("--list", wishes.list, "print the cases' names and run none");
    CLI11_PARSE(app, argc, argv);

    const Count count = run_all(wishes);
    if (wishes.list) {
        return 0;
    }
    std::cout << "fault matrix, part " << wishes.shard << " of " << wishes.shards << ": "
              << count.cases << " cases, " << count.passed << " passed\n";
    return count.cases > 0 && count.passed == count.cases ? 0 : 1;
}

#include "tests/fault/fault_case.hpp"

#include "tests/fault/command_kind.hpp"

namespace madoguchi::test {

std::string FaultCase::name() const {
    return scenario->name + '/' + std::to_string(exchange) + '/' + what;
}

std::vector<FaultCase> cases_of(const Scenario& scenario, const DryRun& dry_run,
                                std::size_t recognition) {
    std::vector<FaultCase> cases;
    for (std::size_t index = 0; index < dry_run.exchanges.size(); ++index) {
        const sim::ObservedExchange& exchange = dry_run.exchanges[index];
        const auto add = [&](std::string what, sim::FaultPlan plan) {
            cases.push_back({&scenario, index, std::move(what), kind_of_command(exchange),
                             index < recognition, std::move(plan)});
        };
        for (const sim::NamedFault& named : sim::all_faults()) {
            if (sim::can_happen(named.fault, exchange)) {
                add(std::string(named.name), {{{index, named.fault}}, {}});
            }
        }
        for (const sim::NamedBehaviour& named : sim::all_hostile_behaviours()) {
            if (exchange.reads_from_beginning()) {
                add("hostile-" + std::string(named.name), {{}, {{index, named.behaviour}}});
            }
        }
    }
    return cases;
}

} // namespace madoguchi::test

#include "tests/fault/fault_case.hpp"

namespace madoguchi::test {

std::string FaultCase::name() const {
    return scenario->name + '/' + std::to_string(exchange) + '/' + what;
}

namespace {

// The longer an answer is asked for, the less a refusal says: reader or card may not carry it.
std::string kind_of_reading(const sim::ObservedExchange& exchange) {
    constexpr std::size_t longest_short = 256;
    const std::string place = exchange.reads_from_beginning() ? "first" : "next";
    if (exchange.expected_length > longest_short) {
        return "read-extended-" + place;
    }
    return exchange.expected_length == longest_short ? "read-256-" + place : "read-" + place;
}

} // namespace

std::string kind_of_command(const sim::ObservedExchange& exchange) {
    switch (exchange.header.ins) {
    case 0xA4:
        return exchange.header.p1 == 0x04 ? "select-application" : "select-file";
    case 0xB0:
        return kind_of_reading(exchange);
    case 0xB2:
        return "read-record";
    case 0xCA:
        return "get-data";
    case 0xC0:
        return "get-response";
    case 0x20:
        return exchange.verifies_with_data() ? "verify" : "ask-counter";
    case 0x2A:
        return exchange.header.p2 == 0 ? "sign-with-default-key" : "sign";
    default:
        return "other";
    }
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

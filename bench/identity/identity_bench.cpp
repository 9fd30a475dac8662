// ./dev bench identity [--json] [--families N] [--seed N]: how many comparisons of all items a
// second one core makes, beside comparing the same records' bytes, as they are and after a textual
// folding; with --families what is caught of mis-links planted in N invented families.
#include "bench/identity/textual_folding.hpp"
#include "eligibility/identity/identity_comparison.hpp"
#include "tests/support/identity/families.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <ctime>

namespace {

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::identity;

struct Pair {
    BasicItems left, right;
};

struct Speed {
    double per_second = 0;
    std::uint64_t passed = 0;
};

// Of the processor time that this thread got, so that a busy machine does not show as a slow one.
double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Nearly every pair differs in notation of name or address; about one in 12 is of another home, one
// in 250 of another person.
std::vector<Pair> pairs_in_other_notation(std::uint64_t seed) {
    std::vector<Pair> pairs;
    for (std::uint64_t number = 0; pairs.size() < 20'000; ++number) {
        for (const test::Visit& visit : test::visits_of_family(number, seed)) {
            pairs.push_back({visit.encounter.answer, *visit.encounter.chart_items});
        }
    }
    return pairs;
}

template <typename Same>
Speed measure(const std::vector<Pair>& pairs, std::size_t rounds, Same is_same) {
    Speed speed;
    const double begin = processor_seconds();
    for (std::size_t round = 0; round < rounds; ++round) {
        for (const Pair& pair : pairs) {
            speed.passed += is_same(pair) ? 1U : 0U;
        }
    }
    speed.per_second = static_cast<double>(rounds * pairs.size()) / (processor_seconds() - begin);
    return speed;
}

nlohmann::ordered_json measure_speeds(std::uint64_t seed) {
    std::vector<Pair> pairs = pairs_in_other_notation(seed);
    const auto by_rules = [](const Pair& pair) {
        return compare(pair.left, pair.right).verdict() == Verdict::Pass;
    };
    const auto by_bytes = [](const Pair& pair) { return pair.left == pair.right; };
    static_cast<void>(by_rules(pairs.front())); // builds the tables
    const Speed rules = measure(pairs, 20, by_rules);
    const Speed bytes = measure(pairs, 200, by_bytes);
    const Speed folding = measure(pairs, 20, [](const Pair& pair) {
        return bench::equal_after_textual_folding(pair.left, pair.right);
    });
    for (Pair& pair : pairs) {
        pair.right = pair.left;
    }
    const Speed same = measure(pairs, 20, by_rules);
    const double recognised = static_cast<double>(rules.passed) / (20.0 * 20'000.0);
    return {{"comparisons_per_second_all_in_other_notation", rules.per_second},
            {"comparisons_per_second_all_equal", same.per_second},
            {"byte_comparisons_per_second", bytes.per_second},
            {"textual_folding_per_second", folding.per_second},
            {"share_passed_by_rules", recognised},
            {"share_passed_by_textual_folding",
             static_cast<double>(folding.passed) / (20.0 * 20'000.0)},
            {"share_passed_by_bytes", static_cast<double>(bytes.passed) / (200.0 * 20'000.0)},
            {"goal_comparisons_per_second", 250'000}};
}

std::string_view name_of_kind(std::size_t kind) {
    constexpr std::array<std::string_view, test::planted_count> names{"nothing",
                                                                      "family-swap",
                                                                      "twin",
                                                                      "namesake-other-birth",
                                                                      "namesake-same-birth",
                                                                      "stranger",
                                                                      "others-chart",
                                                                      "others-reference"};
    return names.at(kind);
}

nlohmann::ordered_json run_trial(std::uint64_t families, std::uint64_t seed) {
    const test::TrialCounts counts = test::try_families(families, seed);
    nlohmann::ordered_json kinds = nlohmann::ordered_json::object();
    for (std::size_t kind = 1; kind < test::planted_count; ++kind) {
        kinds[std::string(name_of_kind(kind))] = {{"planted", counts.planted.at(kind)},
                                                  {"caught", counts.caught.at(kind)}};
    }
    const std::uint64_t ordinary = counts.visits - counts.all_planted();
    return {
        {"families", families},
        {"seed", seed},
        {"visits", counts.visits},
        {"planted", counts.all_planted()},
        {"caught", counts.all_caught()},
        {"share_caught", static_cast<double>(counts.all_caught()) /
                             static_cast<double>(std::max<std::uint64_t>(1, counts.all_planted()))},
        {"false_alarms", counts.false_alarms},
        {"share_false_alarms",
         static_cast<double>(counts.false_alarms) / static_cast<double>(ordinary)},
        {"kinds", kinds}};
}

void print_text(const nlohmann::ordered_json& report) {
    for (const auto& [name, value] : report.items()) {
        if (value.is_object()) {
            fmt::print("{}\n", name);
            print_text(value);
        } else {
            fmt::print("  {:46} {}\n", name, value.dump());
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program("Comparisons of records a second, and planted mis-links");
    bool json = false;
    std::uint64_t families = 0;
    std::uint64_t seed = 20261120;
    program.add_flag("--json", json, "Print one JSON object");
    program.add_option("--families", families, "Plant mis-links in so many invented families");
    program.add_option("--seed", seed, "Other numbers give other people");
    CLI11_PARSE(program, argc, argv);
    nlohmann::ordered_json report{{"speed", measure_speeds(seed)}};
    if (families > 0) {
        report["mislinks"] = run_trial(families, seed);
    }
    if (json) {
        fmt::print("{}\n", report.dump(2));
    } else {
        print_text(report);
    }
    return 0;
}

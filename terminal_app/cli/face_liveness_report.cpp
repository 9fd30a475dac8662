#include "terminal_app/cli/face_liveness_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace madoguchi::cli {

namespace {

// What five digits do not show, no evaluation can.
double rounded(double value) {
    constexpr double digits = 1e6;
    return std::round(value * digits) / digits;
}

nlohmann::ordered_json to_json(const face::Share& share) {
    const face::Interval interval = confidence_of(share);
    return {{"rate", share.of == 0 ? nlohmann::ordered_json()
                                   : nlohmann::ordered_json(rounded(share.value()))},
            {"confidence_95", {rounded(interval.low), rounded(interval.high)}},
            {"count", share.count},
            {"of", share.of}};
}

nlohmann::ordered_json tests_of(const face::PresentationTally& tally) {
    auto tests = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < face::liveness_test_count; ++i) {
        const auto test = static_cast<face::LivenessTest>(i);
        tests.push_back({{"test", name_of(test).view()},
                         {"failed", tally.failed(test)},
                         {"not_judged", tally.not_judged(test)}});
    }
    return tests;
}

std::string percent(double rate) {
    return fmt::format("{:.2f} %", rate * 100);
}

std::string to_text(const char* name, const face::Share& share) {
    if (share.of == 0) {
        return fmt::format("  {} not measured: no presentations\n", name);
    }
    const face::Interval interval = confidence_of(share);
    return fmt::format("  {} {} (95 %: {} to {}; {} of {})\n", name, percent(share.value()),
                       percent(interval.low), percent(interval.high), share.count, share.of);
}

std::string failed_tests(const face::PresentationTally& tally) {
    std::string text = "  failed";
    for (std::size_t i = 0; i < face::liveness_test_count; ++i) {
        const auto test = static_cast<face::LivenessTest>(i);
        text += fmt::format("  {} {}", name_of(test).view(), tally.failed(test));
        if (test != face::LivenessTest::Infrared && tally.not_judged(test) > 0) {
            text += fmt::format(" ({} not judged)", tally.not_judged(test));
        }
    }
    return text + "\n";
}

const face::AttackSpecies* worst(const std::vector<face::AttackSpecies>& attacks) {
    const auto found = std::ranges::max_element(
        attacks, {}, [](const face::AttackSpecies& one) { return one.apcer().value(); });
    return found == attacks.end() ? nullptr : &*found;
}

} // namespace

nlohmann::ordered_json to_json(const LivenessReport& report) {
    nlohmann::ordered_json json{
        {"bpcer", to_json(report.living.not_taken())},
        {"living_tests", tests_of(report.living)},
        {"attacks", nlohmann::ordered_json::array()},
        {"largest_apcer", nullptr},
    };
    for (const face::AttackSpecies& species : report.attacks) {
        json["attacks"].push_back({{"species", species.name},
                                   {"apcer", to_json(species.apcer())},
                                   {"tests", tests_of(species.tally)}});
    }
    if (const face::AttackSpecies* species = worst(report.attacks)) {
        json["largest_apcer"] = {{"species", species->name},
                                 {"rate", rounded(species->apcer().value())}};
    }
    return json;
}

std::string to_text(const LivenessReport& report) {
    std::string text = "living people\n" + to_text("BPCER", report.living.not_taken()) +
                       failed_tests(report.living);
    for (const face::AttackSpecies& species : report.attacks) {
        text += fmt::format("attack: {}\n", species.name);
        text += to_text("APCER", species.apcer()) + failed_tests(species.tally);
    }
    if (const face::AttackSpecies* species = worst(report.attacks)) {
        text += fmt::format("largest APCER: {} ({})\n", percent(species->apcer().value()),
                            species->name);
    }
    return text + "Each presentation was asked to turn to either side, so it counts twice. The "
                  "intervals take presentations for independent; they are not.\n";
}

} // namespace madoguchi::cli

#include "bench/face/report.hpp"

#include <fmt/format.h>

namespace madoguchi::bench {

namespace {

using nlohmann::ordered_json;

std::string milliseconds(const ordered_json& timing) {
    return timing.is_null() ? std::string()
                            : fmt::format("{:.2f} / {:.2f}", timing["median_ms"].get<double>(),
                                          timing["least_ms"].get<double>());
}

std::string stage_row(const ordered_json& stage) {
    const ordered_json& ratio = stage["ratio"];
    return fmt::format("{:<14}{:>8}{:>18}{:>18}{:>8}\n", stage["stage"].get<std::string>(),
                       stage["threads"].get<int>(), milliseconds(stage["ours"]),
                       milliseconds(stage["bare"]),
                       ratio.is_null() ? "" : fmt::format("{:.2f}", ratio.get<double>()));
}

std::string goal_row(const ordered_json& goal) {
    const bool at_least = goal.contains("at_least");
    return fmt::format("{:<42}{:>9.3f} {:<16} goal {} {:<7} {}\n", goal["goal"].get<std::string>(),
                       goal["value"].get<double>(), goal["unit"].get<std::string>(),
                       at_least ? "≥" : "≤", goal[at_least ? "at_least" : "at_most"].get<double>(),
                       goal["met"].get<bool>() ? "met" : "MISSED");
}

} // namespace

std::string as_table(const ordered_json& report) {
    std::string table = fmt::format("{:<14}{:>8}{:>18}{:>18}{:>8}\n", "stage", "threads",
                                    "ours (ms)", "networks (ms)", "ratio");
    for (const ordered_json& stage : report["stages"]) {
        table += stage_row(stage);
    }
    table += "median / least; networks: the same ones run by OpenCV alone, in turns\n\n";
    for (const ordered_json& decision : report["decisions"]) {
        table += fmt::format("decision on {}: {} after {:.0f} ms, {} frames\n",
                             decision["persona"].get<std::string>(),
                             decision["verdict"].get<std::string>(), decision["ms"].get<double>(),
                             decision["frames"].get<int>());
    }
    table +=
        fmt::format("models loaded in {:.0f} ms; resident {:.0f} MiB at most\n\n",
                    report["load_ms"].get<double>(), report["memory_mib"]["highest"].get<double>());
    for (const ordered_json& goal : report["goals"]) {
        table += goal_row(goal);
    }
    return table;
}

} // namespace madoguchi::bench

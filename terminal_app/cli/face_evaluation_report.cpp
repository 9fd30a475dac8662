#include "terminal_app/cli/face_evaluation_report.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

namespace madoguchi::cli {

namespace {

// What five digits do not show, no evaluation can.
double rounded(double value) {
    constexpr double digits = 1e6;
    return std::round(value * digits) / digits;
}

nlohmann::ordered_json to_json(const face::Share& share) {
    const face::Interval interval = confidence_of(share);
    return {{"rate", rounded(share.value())},
            {"confidence_95", {rounded(interval.low), rounded(interval.high)}},
            {"count", share.count},
            {"of", share.of}};
}

nlohmann::ordered_json to_json(const face::RatesAt& rates) {
    return {{"threshold", rounded(static_cast<double>(rates.threshold))},
            {"fmr", to_json(rates.false_matches)},
            {"fnmr", to_json(rates.false_non_matches)}};
}

nlohmann::ordered_json to_json(const EvaluatedGroup& group, const std::vector<Preset>& presets) {
    nlohmann::ordered_json json{
        {"condition", group.name},
        {"same", group.same},
        {"different", group.different},
        {"failed_to_compare", group.same_failures + group.different_failures},
        {"equal_error_rate", nullptr},
        {"equal_error", nullptr},
        {"at_fmr", nlohmann::ordered_json::array()},
        {"at_preset", nlohmann::ordered_json::array()}};
    if (!group.rates) {
        return json;
    }
    json["equal_error_rate"] = rounded(group.rates->equal_error_rate());
    json["equal_error"] = to_json(group.rates->equal_error);
    for (const face::TargetRate& target : group.rates->targets) {
        nlohmann::ordered_json at{{"wanted_fmr", target.false_match_rate}, {"measured", nullptr}};
        if (target.rates) {
            at["measured"] = to_json(*target.rates);
        }
        json["at_fmr"].push_back(at);
    }
    for (const Preset& preset : presets) {
        const face::RatesAt& rates = group.rates->at(preset.threshold);
        json["at_preset"].push_back({{"preset_fmr", preset.false_match_rate},
                                     {"threshold", rounded(static_cast<double>(preset.threshold))},
                                     {"fmr", to_json(rates.false_matches)},
                                     {"fnmr", to_json(rates.false_non_matches)}});
    }
    return json;
}

std::string percent(double rate) {
    return fmt::format("{:.2f} %", rate * 100);
}

std::string to_text(const face::TargetRate& target) {
    if (!target.rates) {
        return fmt::format("  FMR {:<8g} too few comparisons of different people to say\n",
                           target.false_match_rate);
    }
    const face::Share& missed = target.rates->false_non_matches;
    const face::Interval interval = confidence_of(missed);
    return fmt::format("  FMR {:<8g} threshold {:.3f}  FNMR {:>8}  (95 %: {} to {}; {} of {})\n",
                       target.false_match_rate, target.rates->threshold, percent(missed.value()),
                       percent(interval.low), percent(interval.high), missed.count, missed.of);
}

std::string to_text(const Preset& preset, const face::ErrorRates& rates) {
    const face::RatesAt& at = rates.at(preset.threshold);
    return fmt::format("  a reception's preset {:<6g} threshold {:.3f}  FMR {} ({} of {})  FNMR {} "
                       "({} of {})\n",
                       preset.false_match_rate, preset.threshold, percent(at.false_matches.value()),
                       at.false_matches.count, at.false_matches.of,
                       percent(at.false_non_matches.value()), at.false_non_matches.count,
                       at.false_non_matches.of);
}

std::string to_text(const EvaluatedGroup& group, const std::vector<Preset>& presets) {
    std::string text = fmt::format("{}: {} comparisons of one person, {} of different people\n",
                                   group.name, group.same, group.different);
    if (const auto failures = group.same_failures + group.different_failures; failures > 0) {
        text += fmt::format("  {} could not be made and count as refused\n", failures);
    }
    if (!group.rates) {
        return text + "  no rates: both kinds of comparison are needed\n";
    }
    text += fmt::format("  EER {} at {:.3f}\n", percent(group.rates->equal_error_rate()),
                        group.rates->equal_error.threshold);
    for (const face::TargetRate& target : group.rates->targets) {
        text += to_text(target);
    }
    for (const Preset& preset : presets) {
        text += to_text(preset, *group.rates);
    }
    return text;
}

} // namespace

nlohmann::ordered_json to_json(const EvaluationReport& report) {
    nlohmann::ordered_json json{{"as_chip_bytes", nullptr},
                                {"groups", nlohmann::ordered_json::array()},
                                {"accuracy_over_folds", nullptr}};
    if (report.as_chip > 0) {
        json["as_chip_bytes"] = report.as_chip;
    }
    for (const EvaluatedGroup& group : report.groups) {
        json["groups"].push_back(to_json(group, report.presets));
    }
    if (report.folds) {
        json["accuracy_over_folds"] = {{"mean", rounded(report.folds->mean)},
                                       {"standard_error", rounded(report.folds->standard_error)},
                                       {"folds", report.folds->folds}};
    }
    return json;
}

std::string to_text(const EvaluationReport& report) {
    std::string text;
    if (report.as_chip > 0) {
        text += fmt::format("first pictures as card photos of at most {} bytes\n", report.as_chip);
    }
    for (const EvaluatedGroup& group : report.groups) {
        text += to_text(group, report.presets);
    }
    if (report.folds) {
        text += fmt::format("right decisions over {} folds: {} ± {}\n", report.folds->folds,
                            percent(report.folds->mean), percent(report.folds->standard_error));
    }
    return text +
           "The intervals take comparisons for independent; with few people they are too narrow.\n";
}

} // namespace madoguchi::cli

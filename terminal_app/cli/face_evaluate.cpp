#include "face/evaluate/det_plot.hpp"
#include "face/evaluate/evaluation.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/face_actions.hpp"
#include "terminal_app/cli/face_evaluation_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

namespace madoguchi::cli {

namespace {

constexpr std::array wanted_rates{1e-2, 1e-3, 1e-4};
EvaluatedGroup group_of(const std::string& name, const face::TruthTallies& tallies) {
    return {name,
            tallies.same.comparisons(),
            tallies.different.comparisons(),
            tallies.same.failures(),
            tallies.different.failures(),
            error_rates_of(tallies.same, tallies.different, wanted_rates)};
}

// None for an engine that has no thresholds yet: evaluating comes before calibrating.
Result<std::vector<Preset>> presets_of(const FaceModelOptions& options) {
    std::vector<Preset> presets;
    if (uses_dlib(options) && options.calibration.empty()) {
        return presets;
    }
    const face::Calibration calibration = MADOGUCHI_TRY(load_calibration(options));
    for (const auto rate :
         {face::FalseMatchRate::OneInHundred, face::FalseMatchRate::OneInThousand}) {
        if (const auto thresholds = calibration.thresholds_for(rate, 1)) {
            presets.push_back({face::value_of(rate), thresholds->accept});
        }
    }
    return presets;
}

EvaluationReport report_of(const face::Evaluation& evaluation, std::size_t as_chip,
                           std::vector<Preset> presets) {
    EvaluationReport report{{group_of("all", evaluation.all())},
                            evaluation.fold_accuracy(),
                            as_chip,
                            std::move(presets)};
    for (const auto& [condition, tallies] : evaluation.by_condition()) {
        report.groups.push_back(group_of(condition, tallies));
    }
    return report;
}

Result<void> write_plot(const std::string& path, const EvaluationReport& report) {
    std::vector<face::DetCurve> curves;
    for (const EvaluatedGroup& group : report.groups) {
        if (group.rates) {
            curves.push_back({group.name, *group.rates});
        }
    }
    if (curves.size() > 1) { // the plot has room for few: those with most errors tell most
        std::ranges::stable_sort(
            std::span(curves).subspan(1), std::greater(),
            [](const face::DetCurve& curve) { return curve.rates.equal_error_rate(); });
    }
    return write_text(path, face::draw_det_plot(curves));
}

} // namespace

int evaluate_faces(const EvaluateOptions& options) {
    auto presets = presets_of(options.models);
    if (!presets) {
        return report_stop(presets.error());
    }
    auto engine = start_engine(options.models);
    if (!engine) {
        return report_stop(engine.error());
    }
    ListedPairs pairs(options);
    face::TemplateCache templates(*engine, pairs.pictures(), pairs.decoder(), options.as_chip);
    face::Evaluation evaluation(templates);
    if (const auto done = pairs.show_to(evaluation); !done) {
        return pairs.report_stop(done.error());
    }
    const EvaluationReport report = report_of(evaluation, options.as_chip, std::move(*presets));
    if (!options.plot.empty()) {
        if (const auto written = write_plot(options.plot, report); !written) {
            return report_stop(written.error());
        }
    }
    options.json ? print_json(to_json(report)) : fmt::print("{}", to_text(report));
    return exit_yes;
}

} // namespace madoguchi::cli

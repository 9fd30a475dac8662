#include "face/evaluate/remembering_networks.hpp"
#include "face/evaluate/transaction_evaluation.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/face_actions.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace madoguchi::cli {

namespace {

double rounded(double value) {
    constexpr double digits = 1e4;
    return std::round(value * digits) / digits;
}

nlohmann::ordered_json to_json(const face::TransactionCounts& counts) {
    const face::Share accepted = counts.accepted_of_compared();
    const face::Interval interval = confidence_of(accepted);
    nlohmann::ordered_json json{{"transactions", counts.all},
                                {"accepted", counts.accepted},
                                {"compared", accepted.of},
                                {"accepted_of_compared", rounded(accepted.value())},
                                {"confidence_95", {rounded(interval.low), rounded(interval.high)}},
                                {"never_through_the_gates", counts.not_compared},
                                {"photo_unusable", counts.photo_unusable},
                                {"lowest_score", nullptr},
                                {"highest_score", nullptr}};
    if (accepted.of > 0) {
        json["lowest_score"] = rounded(static_cast<double>(counts.lowest));
        json["highest_score"] = rounded(static_cast<double>(counts.highest));
    }
    return json;
}

std::string to_text(const char* who, const face::TransactionCounts& counts) {
    if (counts.all == 0) {
        return {};
    }
    const face::Share accepted = counts.accepted_of_compared();
    const face::Interval interval = confidence_of(accepted);
    std::string text = fmt::format("  {:<9} {:>5} of {:>5} accepted: {:6.2f} % (95 %: {:.2f} to "
                                   "{:.2f})",
                                   who, accepted.count, accepted.of, accepted.value() * 100,
                                   interval.low * 100, interval.high * 100);
    if (accepted.of > 0) {
        text += fmt::format("  scores {:.3f} to {:.3f}", counts.lowest, counts.highest);
    }
    if (counts.not_compared + counts.photo_unusable > 0) {
        text +=
            fmt::format("\n            {} never got through the gates, {} had an unusable photo",
                        counts.not_compared, counts.photo_unusable);
    }
    return text + "\n";
}

void print(const face::TransactionEvaluation& evaluation, const face::MatchPolicy& policy,
           bool as_json) {
    nlohmann::ordered_json groups = nlohmann::ordered_json::array();
    std::string text;
    for (const auto& [name, group] : evaluation.groups()) {
        groups.push_back({{"group", name},
                          {"genuine", to_json(group.genuine)},
                          {"impostor", to_json(group.impostor)}});
        text += fmt::format("{}\n{}{}", name, to_text("genuine", group.genuine),
                            to_text("impostor", group.impostor));
    }
    if (as_json) {
        print_json({{"accept_from", rounded(static_cast<double>(policy.thresholds.accept))},
                    {"frames_averaged", policy.frames},
                    {"tries", policy.tries},
                    {"groups", groups}});
        return;
    }
    fmt::print("a reception: mean of {} frames, accepted from {:.3f}, at most {} tries\n{}",
               policy.frames, policy.thresholds.accept, policy.tries, text);
}

} // namespace

int evaluate_transactions(const TransactionOptions& options) {
    face::TransactionSettings settings;
    const auto thresholds = load_thresholds(options.models, face::FalseMatchRate::OneInThousand,
                                            settings.policy.frames);
    if (!thresholds) {
        return report_stop(thresholds.error());
    }
    settings.policy.thresholds = *thresholds;
    settings.chip_bytes = options.as_chip;
    auto parts = start_engine_parts(options.models);
    if (!parts) {
        return report_stop(parts.error());
    }
    face::FaceEngine engine(face::remembering(std::move(*parts)));
    ListedPairs pairs(options);
    face::TransactionEvaluation evaluation(engine, pairs.pictures(), pairs.decoder(), settings);
    auto done = pairs.show_to(evaluation);
    if (done) {
        done = evaluation.finish();
    }
    if (!done) {
        return pairs.report_stop(done.error());
    }
    print(evaluation, settings.policy, options.json);
    return exit_yes;
}

} // namespace madoguchi::cli

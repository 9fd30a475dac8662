#include "face/calibrate/threshold_derivation.hpp"
#include "face/evaluate/averaged_evaluation.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/face_actions.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <vector>

namespace madoguchi::cli {

namespace {

constexpr std::array all_rates{face::FalseMatchRate::OneInHundred,
                               face::FalseMatchRate::OneInThousand,
                               face::FalseMatchRate::OneInTenThousand};

std::string interval_of(const face::Share& share) {
    const face::Interval interval = confidence_of(share);
    return fmt::format("{:.4f} % ({} of {}; 95 %: {:.4f} to {:.4f})", share.value() * 100,
                       share.count, share.of, interval.low * 100, interval.high * 100);
}

std::string to_text(const face::DerivedRate& derived) {
    return fmt::format("FMR {:g}: accept from {:.3f} (95 %: {:.3f} to {:.3f})\n"
                       "  FMR there  {}\n  FNMR there {}\n",
                       derived.row.false_match_rate, derived.row.accept, derived.accept_low,
                       derived.accept_high, interval_of(derived.rates.false_matches),
                       interval_of(derived.rates.false_non_matches));
}

// Nobody measured from where on looking longer does not help: below every score.
constexpr float never_hopeless = -0.999F;

face::Calibration blank_calibration(const CalibrateOptions& options) {
    face::Calibration calibration;
    calibration.source = source_of(options.models);
    calibration.population = population_of(options.models);
    calibration.date = fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
    calibration.provenance = options.provenance;
    calibration.hopeless =
        uses_dlib(options.models) ? never_hopeless : face::shipped_calibration().hopeless;
    return calibration;
}

// Each rate that the comparisons suffice for, said and kept; of the others, how many are missing.
face::Calibration derive(const face::TruthTallies& tallies, const CalibrateOptions& options) {
    face::Calibration calibration = blank_calibration(options);
    for (const face::FalseMatchRate rate : all_rates) {
        const auto derived =
            face::derive_rate(tallies.same, tallies.different, rate, options.frames);
        if (!derived) {
            fmt::print("FMR {:g}: not derived; it takes {} comparisons of different people, and "
                       "some of one person\n",
                       face::value_of(rate), face::least_comparisons_for(face::value_of(rate)));
        } else if (derived->row.accept <= calibration.hopeless) {
            fmt::print("FMR {:g}: not derived; the cut-off {:.3f} lies below the hopeless {:.2f}\n",
                       face::value_of(rate), derived->row.accept, calibration.hopeless);
        } else {
            fmt::print("{}", to_text(*derived));
            calibration.rates.push_back(derived->row);
        }
    }
    return calibration;
}

Result<void> write_file(const std::string& path, const face::Calibration& calibration) {
    const std::string text = face::to_text(calibration);
    MADOGUCHI_TRY(face::parse_calibration(text)); // what is written can be read
    return write_text(path, text);
}

int conclude(const face::TruthTallies& tallies, std::uint64_t unused,
             const CalibrateOptions& options) {
    fmt::print("mean of {} live pictures; {} comparisons of one person, {} of different people; "
               "{} pairs not used\n",
               options.frames, tallies.same.comparisons(), tallies.different.comparisons(), unused);
    const face::Calibration calibration = derive(tallies, options);
    fmt::print("The intervals take comparisons for independent; with few people they are too "
               "narrow.\n");
    if (calibration.rates.empty()) {
        fmt::print(stderr, "madoguchi: the pairs are too few for any threshold; list more "
                           "people, or average fewer pictures\n");
        return exit_failed;
    }
    if (!options.out.empty()) {
        if (const auto written = write_file(options.out, calibration); !written) {
            return report_stop(written.error());
        }
    }
    return exit_yes;
}

} // namespace

int calibrate_faces(const CalibrateOptions& options) {
    auto engine = start_engine(options.models);
    if (!engine) {
        return report_stop(engine.error());
    }
    ListedPairs pairs(options);
    face::TemplateCache templates(*engine, pairs.pictures(), pairs.decoder(), options.as_chip);
    face::AveragedEvaluation evaluation(templates, options.frames);
    if (const auto done = pairs.show_to(evaluation); !done) {
        return pairs.report_stop(done.error());
    }
    return conclude(evaluation.tallies(), evaluation.unused_pairs(), options);
}

} // namespace madoguchi::cli

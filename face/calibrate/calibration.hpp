// Thresholds with their provenance: a text file, so that they can be read, argued about and derived
// again (`madoguchi face calibrate`).
//
// The first line is "# Madoguchi face calibration 1"; other lines that begin with # say nothing.
// Each further line is a key and its values, separated by tabs:
//   engine           whose scores: opencv or dlib; absent: opencv
//   embedder         SHA-256 of the network that the scores were made with
//   mean, or shape   of what stands beside it: opencv's mean vector, or dlib's shape predictor
//   population       whose faces: east_asian or rendered
//   date, provenance when and from what, in words
//   hopeless         score below which looking longer does not help
//   rate             false match rate, live frames averaged, accept from, "measured" or
//   "estimated",
//                    comparisons of different people, comparisons of one person
#pragma once

#include "face/embed/engine_kind.hpp"
#include "face/match/match_thresholds.hpp"
#include "face/models/dlib_files.hpp"
#include "face/models/model_set.hpp"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::face {

struct CalibratedRate {
    double false_match_rate = 0;
    int frames = 1;
    float accept = 0;
    bool measured = false;
    std::uint64_t different = 0; // comparisons
    std::uint64_t same = 0;
};

// What made the scores; hashes in lower-case hexadecimal.
struct ScoreSource {
    EngineKind engine = EngineKind::OpenCv;
    std::string embedder_sha256;
    std::string companion_sha256; // of OpenCv's mean vector, or of Dlib's shape predictor

    bool operator==(const ScoreSource&) const = default;
};

// The networks that this program pins, with the mean of these people.
[[nodiscard]] ScoreSource opencv_source(Population population);
// The networks that an operator pins.
[[nodiscard]] ScoreSource dlib_source(const DlibFiles& files);

struct Calibration {
    ScoreSource source;
    Population population = Population::EastAsian;
    std::string date; // YYYY-MM-DD
    std::string provenance;
    float hopeless = 0;
    std::vector<CalibratedRate> rates;

    // For a mean over so many live frames: the row of as many, or else of the next more, since
    // averaging lifts the scores of impostors too. Nothing when the rate was not calibrated.
    [[nodiscard]] std::optional<MatchThresholds> thresholds_for(FalseMatchRate rate,
                                                                int frames) const;
};

// At most 64 KiB. Errors: SyntaxInvalid, ValueInvalid, TooLarge; the text names the remedy.
[[nodiscard]] Result<Calibration> parse_calibration(std::string_view text);
[[nodiscard]] std::string to_text(const Calibration& calibration);

// The project's own, compiled in: it cannot be changed without changing the program. It holds for
// EastAsian; for Rendered, whose pictures may set no threshold, it stands in.
[[nodiscard]] const Calibration& shipped_calibration();

inline constexpr StaticText dlib_lacks_thresholds =
    "the dlib engine has no thresholds of its own; derive them with madoguchi face calibrate "
    "--engine dlib and name the calibration file";

// A file that an operator derived. Refused where it was made with another engine or other networks
// than those in use, or for another population. Without a file (an empty path) the project's own
// for OpenCv; Dlib has none, and is refused by name.
// Errors: FileUnreadable, ConfigInvalid, and those of parse_calibration.
[[nodiscard]] Result<Calibration> load_calibration(const std::filesystem::path& file,
                                                   const ScoreSource& source,
                                                   Population population);

} // namespace madoguchi::face

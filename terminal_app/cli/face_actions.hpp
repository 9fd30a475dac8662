// The face commands. They work on files alone: no camera, no card. Each prints its result and
// returns the exit status.
#pragma once

#include "terminal_app/cli/face_input.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace madoguchi::cli {

struct CompareOptions {
    std::string first;
    std::string second;
    FaceModelOptions models;
    bool json = false;
};

struct EvaluateOptions {
    std::string pairs;       // the list (face/evaluate/pair_list.hpp)
    std::string pictures;    // what relative paths begin at; empty: the list's folder
    std::size_t as_chip = 0; // bytes of the card photo that the first picture is made into; 0: not
    std::string plot;        // SVG file; empty: none
    FaceModelOptions models;
    bool json = false;
};

struct CalibrateOptions {
    std::string pairs;
    std::string pictures;
    std::size_t as_chip = 0;
    int frames = 5;         // live pictures that are averaged
    std::string out;        // the calibration file; empty: none
    std::string provenance; // whose pictures these are, for that file
    FaceModelOptions models;
};

struct TransactionOptions {
    std::string pairs;
    std::string pictures;
    std::size_t as_chip = 3000; // bytes of the card's photo
    FaceModelOptions models;
    bool json = false;
};

struct LivenessOptions {
    std::vector<std::string> live;    // lists (face/evaluate/presentation.hpp)
    std::vector<std::string> attacks; // "species:list"
    FaceModelOptions models;
    bool json = false;
};

[[nodiscard]] int compare_faces(const CompareOptions& options);
[[nodiscard]] int evaluate_faces(const EvaluateOptions& options);
[[nodiscard]] int evaluate_transactions(const TransactionOptions& options);
[[nodiscard]] int calibrate_faces(const CalibrateOptions& options);
[[nodiscard]] int evaluate_liveness(const LivenessOptions& options);

} // namespace madoguchi::cli

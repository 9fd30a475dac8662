// The face commands. They work on files, one of them on a camera; no card. Each prints its result
// and returns the exit status.
#pragma once

#include "terminal_app/cli/listed_pairs.hpp"

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

struct EvaluateOptions : PairListOptions {
    std::string plot; // SVG file; empty: none
    bool json = false;
};

struct CalibrateOptions : PairListOptions {
    int frames = 5;         // live pictures that are averaged
    std::string out;        // the calibration file; empty: none
    std::string provenance; // whose pictures these are, for that file
};

struct TransactionOptions : PairListOptions {
    TransactionOptions() { as_chip = 3000; }
    bool json = false;
};

struct LivenessOptions {
    std::vector<std::string> live;    // lists (face/evaluate/presentation.hpp)
    std::vector<std::string> attacks; // "species:list"
    FaceModelOptions models;
    bool json = false;
};

struct CameraCheckOptions {
    std::string camera; // as drivers/camera describes it
    std::string frame = "640x480";
    int seconds = 10;
    std::string report;      // HTML file; empty: none
    std::string write_gates; // file for [face] gates; empty: none
    FaceModelOptions models;
    bool json = false;
};

[[nodiscard]] int compare_faces(const CompareOptions& options);
[[nodiscard]] int evaluate_faces(const EvaluateOptions& options);
[[nodiscard]] int evaluate_transactions(const TransactionOptions& options);
[[nodiscard]] int calibrate_faces(const CalibrateOptions& options);
[[nodiscard]] int evaluate_liveness(const LivenessOptions& options);
[[nodiscard]] int check_face_camera(const CameraCheckOptions& options);

} // namespace madoguchi::cli

// What every face command starts from: networks, and pictures in files.
#pragma once

#include "face/calibrate/calibration.hpp"
#include "face/match/face_engine.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

namespace madoguchi::cli {

struct FaceModelOptions {
    std::string folder; // empty: the default folder
    std::string population = "east_asian";
    std::string engine = "opencv";
    face::DlibFiles dlib;    // of engine dlib
    std::string calibration; // file; empty: the built-in thresholds
};

// --models and --population.
void add_model_options(CLI::App& command, FaceModelOptions& options);
// --engine, and what engine dlib needs.
void add_engine_options(CLI::App& command, FaceModelOptions& options);
// --calibration.
void add_calibration_option(CLI::App& command, FaceModelOptions& options);

[[nodiscard]] bool uses_dlib(const FaceModelOptions& options);
[[nodiscard]] face::ScoreSource source_of(const FaceModelOptions& options);
// Errors: those of face::load_calibration.
[[nodiscard]] Result<face::Calibration> load_calibration(const FaceModelOptions& options);
// Of pictures compared so many at a time. Errors: ConfigInvalid (a rate that was not calibrated).
[[nodiscard]] Result<face::MatchThresholds> load_thresholds(const FaceModelOptions& options,
                                                            face::FalseMatchRate rate, int frames);

[[nodiscard]] face::Population population_of(const FaceModelOptions& options);

// Errors: ModelMissing, ModelAltered.
[[nodiscard]] Result<face::ModelSet> load_models(const FaceModelOptions& options);

// Errors: ModelMissing, ModelAltered, ModelFailed, ConfigInvalid (a file without a hash).
[[nodiscard]] Result<face::EngineParts> start_engine_parts(const FaceModelOptions& options);
[[nodiscard]] Result<face::FaceEngine> start_engine(const FaceModelOptions& options);

// PNG, JPEG or JPEG 2000, reduced to at most so many pixels a side.
// Errors: FileUnreadable, and those of face::decode_picture.
[[nodiscard]] Result<face::Image> read_picture(face::PixelDecoder& decoder,
                                               const std::filesystem::path& path,
                                               int longest_side = 1024);

// Errors: StorageFailed.
[[nodiscard]] Result<void> write_text(const std::string& path, const std::string& text);

// Says on standard error why an evaluation ended, with the line of the pair list where there is one
// (0: none). Returns the exit status.
[[nodiscard]] int report_stop(const Error& error, std::size_t line = 0);

} // namespace madoguchi::cli

#include "terminal_app/cli/face_input.hpp"

#include "face/image/picture_decoder.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/model_folder.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

namespace madoguchi::cli {

void add_model_options(CLI::App& command, FaceModelOptions& options) {
    command.add_option("--models", options.folder, "folder of the face models");
    command.add_option("--population", options.population, "whose faces these are")
        ->check(CLI::IsMember({"east_asian", "rendered"}))
        ->capture_default_str();
}

void add_engine_options(CLI::App& command, FaceModelOptions& options) {
    command.add_option("--engine", options.engine, "which networks compare the faces")
        ->check(CLI::IsMember({"opencv", "dlib"}))
        ->capture_default_str();
    const auto add_file = [&command](const std::string& name, face::PinnedFile& file,
                                     const std::string& what) {
        CLI::Option* path =
            command.add_option(name, file.path, "for engine dlib: " + what)->type_name("FILE");
        path->needs(
            command
                .add_option(name + "-sha256", file.sha256, "SHA-256 of that file, in hexadecimal")
                ->type_name("HASH"));
    };
    add_file("--dlib-shape", options.dlib.shape, "its predictor of five points");
    add_file("--dlib-network", options.dlib.network, "its face recognition network");
}

void add_calibration_option(CLI::App& command, FaceModelOptions& options) {
    command
        .add_option("--calibration", options.calibration,
                    "thresholds: a file of madoguchi face calibrate (default: the built-in ones of "
                    "engine opencv)")
        ->type_name("FILE");
}

bool uses_dlib(const FaceModelOptions& options) {
    return options.engine == "dlib";
}

face::ScoreSource source_of(const FaceModelOptions& options) {
    return uses_dlib(options) ? face::dlib_source(options.dlib)
                              : face::opencv_source(population_of(options));
}

Result<face::Calibration> load_calibration(const FaceModelOptions& options) {
    return face::load_calibration(options.calibration, source_of(options), population_of(options));
}

Result<face::MatchThresholds> load_thresholds(const FaceModelOptions& options,
                                              face::FalseMatchRate rate, int frames) {
    const auto thresholds = MADOGUCHI_TRY(load_calibration(options)).thresholds_for(rate, frames);
    if (!thresholds) {
        return fail(ErrorCode::ConfigInvalid, "the calibration has no threshold for this rate and "
                                              "so many pictures; derive one");
    }
    return *thresholds;
}

face::Population population_of(const FaceModelOptions& options) {
    return options.population == "rendered" ? face::Population::Rendered
                                            : face::Population::EastAsian;
}

Result<face::ModelSet> load_models(const FaceModelOptions& options) {
    return face::ModelSet::load(options.folder.empty() ? default_model_folder()
                                                       : std::filesystem::path(options.folder));
}

Result<face::EngineParts> start_engine_parts(const FaceModelOptions& options) {
    const face::ModelSet models = MADOGUCHI_TRY(load_models(options));
    return uses_dlib(options)
               ? face::dlib_engine_parts(models, population_of(options), options.dlib)
               : face::default_engine_parts(models, population_of(options));
}

Result<face::FaceEngine> start_engine(const FaceModelOptions& options) {
    return face::FaceEngine(MADOGUCHI_TRY(start_engine_parts(options)));
}

Result<face::Image> read_picture(face::PixelDecoder& decoder, const std::filesystem::path& path,
                                 int longest_side) {
    constexpr std::size_t longest = 16U << 20U;
    std::ifstream stream(path, std::ios::binary);
    Bytes content(longest + 1); // one more, so that the decoder sees that a file is too long
    stream.read(reinterpret_cast<char*>(content.data()),
                static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (content.empty()) {
        return fail(ErrorCode::FileUnreadable, "picture file cannot be read; check its path");
    }
    return face::decode_picture(decoder, content, longest_side);
}

Result<void> write_text(const std::string& path, const std::string& text) {
    std::ofstream file(path);
    file << text;
    file.close();
    if (!file) {
        return fail(ErrorCode::StorageFailed,
                    "the result cannot be written into its file; check its folder");
    }
    return {};
}

int report_stop(const Error& error, std::size_t line) {
    const std::string where = line == 0 ? "" : fmt::format("line {} of the pair list: ", line);
    fmt::print(stderr, "madoguchi: {}{}\n", where, error.text());
    return exit_failed;
}

} // namespace madoguchi::cli

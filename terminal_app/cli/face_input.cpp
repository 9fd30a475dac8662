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

face::Population population_of(const FaceModelOptions& options) {
    return options.population == "rendered" ? face::Population::Rendered
                                            : face::Population::EastAsian;
}

Result<face::ModelSet> load_models(const FaceModelOptions& options) {
    return face::ModelSet::load(options.folder.empty() ? default_model_folder()
                                                       : std::filesystem::path(options.folder));
}

Result<face::EngineParts> start_engine_parts(const FaceModelOptions& options) {
    return face::default_engine_parts(MADOGUCHI_TRY(load_models(options)), population_of(options));
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

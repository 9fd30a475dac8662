// How often the surface reader is right, over frames of which the truth is known.
#pragma once

#include "surface/reading/number_reader.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <vector>

namespace madoguchi::cli {

// How one scene ended. Holds no digit.
struct SceneResult {
    std::string object;              // "my_number_card" or what lay there instead
    std::vector<std::string> hidden; // fields that too few of its frames show
    bool is_given = false;           // a number was presented
    bool is_exact = false;           // and it was the right one
    std::string reason;              // why none was given
    std::string field;               // which field that was about, may be empty
    std::size_t frames = 0;          // looked at
    std::vector<double> frame_ms;    // time for each
};

// Reads DIR/truth.json and the frames it names, each scene until a number is given or its frames
// end. Errors: FileUnreadable, SyntaxInvalid (no truth of the known form), those of the reader.
[[nodiscard]] Result<std::vector<SceneResult>>
evaluate_surface(const std::filesystem::path& folder);

// docs/command-line.md has the fields.
[[nodiscard]] nlohmann::json summary_of(const std::vector<SceneResult>& results);

} // namespace madoguchi::cli

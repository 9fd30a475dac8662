// Where this program's face models are when nobody says.
#pragma once

#include <filesystem>

namespace madoguchi::cli {

// <prefix>/share/madoguchi/models of the installed program, else the build tree's models folder
// beside the presets' folders (filled by ./dev models). The folder may not exist.
[[nodiscard]] std::filesystem::path default_model_folder();

} // namespace madoguchi::cli
